namespace MarketAlerts.Core.Quotes;

/// <summary>
/// The accepted prices of the last hour of every symbol, and from them the highest and the lowest price of four sliding windows. Never bucketed: a window
/// reaches back from the symbol's newest quote, both ends included. Each extreme comes from a <see cref="PriceWedge"/>, so that a quote costs a few steps.
/// </summary>
public sealed class PriceWindows
{
    /// <summary>Quotes kept per symbol: an hour at one poll a minute, and some. Polled faster, the longest windows are shorter.</summary>
    public const int Capacity = 64;

    private readonly Column<int> _count = new(0);
    private readonly PriceWedge _highest = new(1);
    private readonly PriceWedge _lowest = new(-1);
    private int[] _times = [];
    private double[] _prices = [];

    /// <summary>The windows' lengths in seconds: 5, 15, 30 and 60 minutes.</summary>
    public static ReadOnlySpan<int> LengthsInSeconds => [300, 900, 1_800, 3_600];

    /// <summary>Seconds from the newest accepted quote back to the one before; infinite before the second.</summary>
    public Column<double> SinceLast { get; } = new(double.PositiveInfinity);

    /// <summary>Market time of the newest accepted quote, seconds since 1970; 0 before the first.</summary>
    public Column<double> Newest { get; } = new(0);

    /// <summary>The highest price of a window (index of its length), NaN before the first quote.</summary>
    public ReadOnlySpan<double> Highest(int window) => _highest.Extremes(window);

    /// <summary>The lowest price of a window (index of its length), NaN before the first quote.</summary>
    public ReadOnlySpan<double> Lowest(int window) => _lowest.Extremes(window);

    /// <summary>Makes room for more symbols.</summary>
    public void Grow(int rows)
    {
        _count.Grow(rows);
        SinceLast.Grow(rows);
        Newest.Grow(rows);
        _highest.Grow(rows);
        _lowest.Grow(rows);
        Array.Resize(ref _times, rows * Capacity);
        Array.Resize(ref _prices, rows * Capacity);
    }

    /// <summary>Takes a price that is newer than all before it.</summary>
    /// <param name="row">The symbol.</param>
    /// <param name="seconds">Market time, seconds since 1970.</param>
    /// <param name="price">The price.</param>
    public void Push(int row, int seconds, double price)
    {
        ref var count = ref _count[row];
        var slot = count % Capacity;
        var times = _times.AsSpan(row * Capacity, Capacity);
        var prices = _prices.AsSpan(row * Capacity, Capacity);
        SinceLast[row] = count is 0 ? double.PositiveInfinity : seconds - Newest[row];
        Newest[row] = seconds;
        if (count >= Capacity)
        {
            _highest.Forget(row, slot);
            _lowest.Forget(row, slot);
        }

        times[slot] = seconds;
        prices[slot] = price;
        count++;
        _highest.Take(row, slot, times, prices);
        _lowest.Take(row, slot, times, prices);
    }

    /// <summary>Forgets a symbol's prices: they are in another unit than those to come.</summary>
    public void Clear(int row)
    {
        _count[row] = 0;
        SinceLast[row] = double.PositiveInfinity;
        _highest.Clear(row);
        _lowest.Clear(row);
    }

    /// <summary>The kept quotes of a symbol, oldest first, for storage: pushed again in this order they give the same windows.</summary>
    public IEnumerable<(int Seconds, double Price)> PointsOf(int row)
    {
        for (var index = Math.Max(0, _count[row] - Capacity); index < _count[row]; index++)
        {
            var slot = (row * Capacity) + (index % Capacity);
            yield return (_times[slot], _prices[slot]);
        }
    }
}
