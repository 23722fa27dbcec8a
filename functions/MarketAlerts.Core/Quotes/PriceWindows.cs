namespace MarketAlerts.Core.Quotes;

/// <summary>
/// The accepted prices of the last hour of every symbol, and from them the highest and the lowest price of four sliding windows. Never bucketed: a window
/// reaches back from the symbol's newest quote, both ends included. What falls out of a window costs a look back only when it was the extreme.
/// </summary>
public sealed class PriceWindows
{
    /// <summary>Quotes kept per symbol: an hour at one poll a minute, and some. Polled faster, the longest windows are shorter.</summary>
    public const int Capacity = 64;

    private readonly Column<int> _count = new(0);
    private readonly Column<int> _next = new(0);
    private readonly Extreme[] _highest = [.. Lengths.Select(_ => new Extreme())];
    private readonly Extreme[] _lowest = [.. Lengths.Select(_ => new Extreme())];
    private int[] _times = [];
    private double[] _prices = [];

    /// <summary>The windows' lengths in seconds: 5, 15, 30 and 60 minutes.</summary>
    public static ReadOnlySpan<int> LengthsInSeconds => [300, 900, 1_800, 3_600];

    /// <summary>Seconds from the newest accepted quote back to the one before; infinite before the second.</summary>
    public Column<double> SinceLast { get; } = new(double.PositiveInfinity);

    /// <summary>Market time of the newest accepted quote, seconds since 1970; 0 before the first.</summary>
    public Column<double> Newest { get; } = new(0);

    private static int[] Lengths => LengthsInSeconds.ToArray();

    /// <summary>The highest price of a window (index of its length), NaN before the first quote.</summary>
    public ReadOnlySpan<double> Highest(int window) => _highest[window].Price.Values;

    /// <summary>The lowest price of a window (index of its length), NaN before the first quote.</summary>
    public ReadOnlySpan<double> Lowest(int window) => _lowest[window].Price.Values;

    /// <summary>Makes room for more symbols.</summary>
    public void Grow(int rows)
    {
        _count.Grow(rows);
        _next.Grow(rows);
        SinceLast.Grow(rows);
        Newest.Grow(rows);
        Array.ForEach(_highest, extreme => extreme.Grow(rows));
        Array.ForEach(_lowest, extreme => extreme.Grow(rows));
        Array.Resize(ref _times, rows * Capacity);
        Array.Resize(ref _prices, rows * Capacity);
    }

    /// <summary>Takes a price that is newer than all before it.</summary>
    /// <param name="row">The symbol.</param>
    /// <param name="seconds">Market time, seconds since 1970.</param>
    /// <param name="price">The price.</param>
    public void Push(int row, int seconds, double price)
    {
        var next = _next[row];
        SinceLast[row] = _count[row] is 0 ? double.PositiveInfinity : seconds - Newest[row];
        Newest[row] = seconds;
        _times[Slot(row, next)] = seconds;
        _prices[Slot(row, next)] = price;
        _next[row] = (next + 1) & (Capacity - 1);
        _count[row] = Math.Min(_count[row] + 1, Capacity);
        for (var window = 0; window < LengthsInSeconds.Length; window++)
        {
            var since = seconds - LengthsInSeconds[window];
            Take(_highest[window], row, seconds, price, since, 1);
            Take(_lowest[window], row, seconds, price, since, -1);
        }
    }

    /// <summary>Forgets a symbol's prices: they are in another unit than those to come.</summary>
    public void Clear(int row)
    {
        _count[row] = 0;
        SinceLast[row] = double.PositiveInfinity;
        for (var window = 0; window < LengthsInSeconds.Length; window++)
        {
            _highest[window].Price[row] = double.NaN;
            _lowest[window].Price[row] = double.NaN;
        }
    }

    /// <summary>The kept quotes of a symbol, oldest first, for storage: pushed again in this order they give the same windows.</summary>
    public IEnumerable<(int Seconds, double Price)> PointsOf(int row)
    {
        for (var back = _count[row]; back > 0; back--)
        {
            var slot = Slot(row, _next[row] - back);
            yield return (_times[slot], _prices[slot]);
        }
    }

    private static int Slot(int row, int index) => (row * Capacity) + (index & (Capacity - 1));

    /// <param name="extreme">Highest or lowest.</param>
    /// <param name="row">The symbol.</param>
    /// <param name="seconds">The newest quote's time.</param>
    /// <param name="price">The newest price.</param>
    /// <param name="since">Where the window starts.</param>
    /// <param name="sign">1 for the highest, -1 for the lowest.</param>
    private void Take(Extreme extreme, int row, int seconds, double price, int since, double sign)
    {
        ref var known = ref extreme.Price[row];
        if (!(sign * price < sign * known))
        {
            known = price;
            extreme.Time[row] = seconds;
        }
        else if (extreme.Time[row] < since)
        {
            LookBack(extreme, row, since, sign);
        }
    }

    private void LookBack(Extreme extreme, int row, int since, double sign)
    {
        var newest = _next[row] - 1;
        var best = Slot(row, newest);
        for (var back = 1; back < _count[row]; back++)
        {
            var slot = Slot(row, newest - back);
            if (_times[slot] < since)
            {
                break;
            }

            best = sign * _prices[slot] > sign * _prices[best] ? slot : best;
        }

        extreme.Price[row] = _prices[best];
        extreme.Time[row] = _times[best];
    }

    /// <summary>An extreme price per symbol and when it was printed.</summary>
    private sealed class Extreme
    {
        public Column<double> Price { get; } = new(double.NaN);

        public Column<int> Time { get; } = new(0);

        public void Grow(int rows)
        {
            Price.Grow(rows);
            Time.Grow(rows);
        }
    }
}
