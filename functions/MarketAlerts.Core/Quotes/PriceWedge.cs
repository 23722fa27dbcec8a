using System.Runtime.CompilerServices;

namespace MarketAlerts.Core.Quotes;

/// <summary>
/// The highest (or lowest) prices of sliding windows, by the ascending-minima algorithm (R. Harter 2001; the "monotonic wedge" of D. Lemire 2006): of the kept
/// prices only those count that no later one reaches. They stand in order of time and so of price, and a window's extreme is the first of them inside it. A
/// price enters and leaves at most once, and each window's first only moves forward.
/// </summary>
/// <param name="sign">1 for the highest, -1 for the lowest.</param>
internal sealed class PriceWedge(double sign)
{
    private const int Capacity = PriceWindows.Capacity;
    private const int Mask = Capacity - 1;
    private const int Longest = 3;

    private readonly Column<Wedge> _wedges = new(default);
    private readonly Column<double>[] _extremes = [.. PriceWindows.LengthsInSeconds.ToArray().Select(_ => new Column<double>(double.NaN))];
    private byte[] _slots = [];

    /// <summary>The extreme of a window for every symbol, NaN before the first quote.</summary>
    public ReadOnlySpan<double> Extremes(int window) => _extremes[window].Values;

    /// <summary>Makes room for more symbols.</summary>
    public void Grow(int rows)
    {
        _wedges.Grow(rows);
        Array.ForEach(_extremes, extreme => extreme.Grow(rows));
        Array.Resize(ref _slots, rows * Capacity);
    }

    /// <summary>Takes the newest price of a symbol.</summary>
    /// <param name="row">The symbol.</param>
    /// <param name="newest">The slot of the newest price.</param>
    /// <param name="times">The symbol's market times by slot, in seconds.</param>
    /// <param name="prices">Its prices by slot.</param>
    public void Take(int row, int newest, ReadOnlySpan<int> times, ReadOnlySpan<double> prices)
    {
        ref var wedge = ref _wedges[row];
        var slots = _slots.AsSpan(row * Capacity, Capacity);
        var price = sign * prices[newest];
        var (first, end) = (wedge.Starts[Longest], wedge.End);
        while (end > first && price >= sign * prices[slots[(end - 1) & Mask]])
        {
            end--;
        }

        slots[end & Mask] = (byte)newest;
        wedge.End = end + 1;
        for (var window = 0; window <= Longest; window++)
        {
            var since = times[newest] - PriceWindows.LengthsInSeconds[window];
            var start = Math.Min(wedge.Starts[window], end);
            start += times[slots[start & Mask]] < since ? 1 : 0; // A poll seldom moves it further: a step without a branch is the quickest.
            while (times[slots[start & Mask]] < since)
            {
                start++;
            }

            wedge.Starts[window] = start;
            _extremes[window][row] = prices[slots[start & Mask]];
        }
    }

    /// <summary>Forgets the oldest price of a symbol, whose slot is needed.</summary>
    public void Forget(int row, int slot)
    {
        ref var wedge = ref _wedges[row];
        var first = wedge.Starts[Longest];
        if (first < wedge.End && _slots[(row * Capacity) + (first & Mask)] == slot)
        {
            for (var window = 0; window <= Longest; window++)
            {
                wedge.Starts[window] = Math.Max(wedge.Starts[window], first + 1);
            }
        }
    }

    /// <summary>Forgets all prices of a symbol.</summary>
    public void Clear(int row)
    {
        _wedges[row] = default;
        Array.ForEach(_extremes, extreme => extreme[row] = double.NaN);
    }

    /// <summary>Where the prices that count stand: one end, and a start for each window.</summary>
    private struct Wedge
    {
        public int End;
        public StartOfWindow Starts;
    }

    [InlineArray(Longest + 1)]
    private struct StartOfWindow
    {
        private int _first;
    }
}
