using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Market;

/// <summary>
/// The accepted prices of the last hour of every symbol, and from them the highest and the lowest price of four sliding windows. Never
/// bucketed: a window reaches back from the symbol's newest quote by market time, both ends included. Prices lie poll by poll, the symbols
/// side by side. While a symbol quotes about once a minute, a window of n minutes is the last n polls, whose extremes <see
/// cref="PollFolds"/> has, and the one before them if its time says so; whose times do not fit is looked up quote by quote.
/// </summary>
public sealed class PriceWindows
{
    /// <summary>Polls kept: an hour at one a minute, and some. Polled faster, the longest windows are shorter.</summary>
    public const int Capacity = 64;

    private const int SecondsBetweenPolls = 60;
    private const double SecondsPerDay = 86_400;

    private readonly Column<double>[] _highest = [.. Lengths.Select(_ => new Column<double>(double.NaN))];
    private readonly Column<double>[] _lowest = [.. Lengths.Select(_ => new Column<double>(double.NaN))];
    private readonly Column<double>[] _times = [.. Enumerable.Range(0, Capacity).Select(_ => new Column<double>(0))];
    private readonly Column<double> _first = new(double.PositiveInfinity);
    private readonly PollFolds _highs = new();
    private readonly PollFolds _lows = new(); // Of the negative prices: the largest of those is the lowest price.
    private int _poll;

    /// <summary>The windows' lengths in seconds: 5, 15, 30 and 60 minutes.</summary>
    public static ReadOnlySpan<int> LengthsInSeconds => [300, 900, 1_800, 3_600];

    /// <summary>Seconds from the newest accepted quote back to the one before; infinite before the second.</summary>
    public Column<double> SinceLast { get; } = new(double.PositiveInfinity);

    /// <summary>Market time of the newest accepted quote, seconds since 1970; 0 before the first.</summary>
    public Column<double> Newest { get; } = new(0);

    /// <summary>The same as the second of its UTC day, as of the last poll's end.</summary>
    public Column<float> SecondOfDay { get; } = new(0);

    private static int[] Lengths => LengthsInSeconds.ToArray();

    /// <summary>The highest price of a window (index of its length), padded; NaN while a symbol has but one quote in it.</summary>
    public ReadOnlySpan<double> Highest(int window) => _highest[window].Padded;

    /// <summary>The lowest price of a window (index of its length), padded; NaN while a symbol has but one quote in it.</summary>
    public ReadOnlySpan<double> Lowest(int window) => _lowest[window].Padded;

    /// <summary>Makes room for more symbols.</summary>
    public void Grow(int rows)
    {
        Array.ForEach(_highest, column => column.Grow(rows));
        Array.ForEach(_lowest, column => column.Grow(rows));
        Array.ForEach(_times, column => column.Grow(rows));
        _first.Grow(rows);
        _highs.Grow(rows);
        _lows.Grow(rows);
        SinceLast.Grow(rows);
        Newest.Grow(rows);
        SecondOfDay.Grow(rows);
    }

    /// <summary>Begins a poll: the accepted quotes come next.</summary>
    public void BeginPoll()
    {
        _poll++;
        Newest.Padded.CopyTo(TimesOf(_poll).Padded); // Where no quote comes, the last one's time stands.
        _highs.ValuesOf(_poll).Padded.Fill(double.NegativeInfinity);
        _lows.ValuesOf(_poll).Padded.Fill(double.NegativeInfinity);
    }

    /// <summary>Takes the prices of quotes that are newer than all before them, several symbols at a time, from a row on.</summary>
    internal void Push(int row, Vector<long> taken, Vector<double> seconds, Vector<double> prices) =>
        Push(_poll, row, taken, seconds, prices);

    /// <summary>Ends a poll: the windows of the symbols that got a price slide on.</summary>
    public void EndPoll()
    {
        _highs.Fold(_poll);
        _lows.Fold(_poll);
        for (var window = 0; window < LengthsInSeconds.Length; window++)
        {
            Slide(window);
        }

        TellSecondsOfDay();
    }

    /// <summary>Forgets a symbol's prices, for a new session or when those to come are in another unit.</summary>
    public void Clear(int row)
    {
        if (double.IsPositiveInfinity(_first[row]))
        {
            return;
        }

        _highs.Forget(row);
        _lows.Forget(row);
        _first[row] = double.PositiveInfinity;
        SinceLast[row] = double.PositiveInfinity;
        for (var window = 0; window < LengthsInSeconds.Length; window++)
        {
            _highest[window][row] = double.NaN;
            _lowest[window][row] = double.NaN;
        }
    }

    /// <summary>The kept quotes of a symbol, oldest first, for storage: how many polls ago, market time, price.</summary>
    public IEnumerable<(int PollsAgo, int Seconds, double Price)> PointsOf(int row)
    {
        for (var back = Capacity - 1; back >= 0; back--)
        {
            var price = _highs.ValuesOf(_poll - back)[row];
            if (double.IsFinite(price))
            {
                yield return (back, (int)TimesOf(_poll - back)[row], price);
            }
        }
    }

    /// <summary>Takes a quote of one symbol, newer than all before it; after the last stored one comes <see cref="RestoreAll"/>.</summary>
    /// <param name="row">The symbol.</param>
    /// <param name="pollsAgo">0 for the poll that goes on.</param>
    /// <param name="seconds">Market time, seconds since 1970.</param>
    /// <param name="price">The price.</param>
    public void Restore(int row, int pollsAgo, int seconds, double price)
    {
        var (first, only) = Simd.LaneOf(row);
        Push(_poll - pollsAgo, first, only, new Vector<double>(seconds), new Vector<double>(price));
    }

    /// <summary>Makes the windows anew from the restored quotes.</summary>
    public void RestoreAll()
    {
        _highs.FoldAll(_poll);
        _lows.FoldAll(_poll);
        for (var poll = _poll - Capacity + 2; poll <= _poll; poll++)
        {
            TensorPrimitives.Max<double>(TimesOf(poll).Values, TimesOf(poll - 1).Values, TimesOf(poll).Values);
        }

        for (var window = 0; window < LengthsInSeconds.Length; window++)
        {
            for (var row = 0; row < Newest.Padded.Length; row += Simd.Count)
            {
                var since = Simd.At(Newest.Padded, row) - new Vector<double>(LengthsInSeconds[window]);
                var (high, low) = Search(row, since);
                Store(window, row, Vector<long>.AllBitsSet, high, low);
            }
        }

        TellSecondsOfDay();
    }

    private void Push(int poll, int row, Vector<long> taken, Vector<double> seconds, Vector<double> prices)
    {
        var first = Simd.At(_first.Padded, row);
        var none = new Vector<double>(double.PositiveInfinity);
        var sinceLast = Vector.ConditionalSelect(Vector.Equals(first, none), none, seconds - Simd.At(Newest.Padded, row));
        Simd.Set(SinceLast.Padded, row, sinceLast, taken);
        Simd.Set(_first.Padded, row, Vector.Min(first, seconds), taken);
        Simd.Set(Newest.Padded, row, seconds, taken);
        Simd.Set(TimesOf(poll).Padded, row, seconds, taken);
        Simd.Set(_highs.ValuesOf(poll).Padded, row, prices, taken);
        Simd.Set(_lows.ValuesOf(poll).Padded, row, -prices, taken);
    }

    private void TellSecondsOfDay()
    {
        ReadOnlySpan<double> newest = Newest.Padded;
        var seconds = SecondOfDay.Padded;
        for (var row = 0; row < seconds.Length; row += Simd.CountOfSingles)
        {
            Simd.Set(seconds, row, Vector.Narrow(OfDay(Simd.At(newest, row)), OfDay(Simd.At(newest, row + Simd.Count))));
        }

        static Vector<double> OfDay(Vector<double> time) => time - (SecondsPerDay * Vector.Floor(time / SecondsPerDay));
    }

    private Column<double> TimesOf(int poll) => _times[poll & (Capacity - 1)];

    private void Slide(int window)
    {
        var polls = LengthsInSeconds[window] / SecondsBetweenPolls;
        var length = new Vector<double>(LengthsInSeconds[window]);
        ReadOnlySpan<double> now = Newest.Padded;
        ReadOnlySpan<double> first = _first.Padded;
        ReadOnlySpan<double> last = TimesOf(_poll - polls + 1).Padded;
        ReadOnlySpan<double> next = TimesOf(_poll - polls).Padded;
        ReadOnlySpan<double> beyond = TimesOf(_poll - polls - 1).Padded;
        ReadOnlySpan<double> edgeHigh = _highs.ValuesOf(_poll - polls).Padded;
        ReadOnlySpan<double> edgeLow = _lows.ValuesOf(_poll - polls).Padded;
        ReadOnlySpan<double> newHigh = _highs.ValuesOf(_poll).Padded;
        var highs = _highs.LargestOf(window, _poll);
        var lows = _lows.LargestOf(window, _poll);
        for (var row = 0; row < now.Length; row += Simd.Count)
        {
            var since = Simd.At(now, row) - length;
            var taken = Vector.GreaterThan(Simd.At(newHigh, row), new Vector<double>(double.NegativeInfinity));
            var inside = Vector.GreaterThanOrEqual(Simd.At(last, row), since) | Vector.GreaterThanOrEqual(Simd.At(first, row), since);
            var fits = inside & Vector.LessThan(Simd.At(beyond, row), since);
            if (Vector.AndNot(taken, fits) != Vector<long>.Zero)
            {
                var (highest, lowest) = Search(row, since);
                Store(window, row, taken, highest, lowest);
                continue;
            }

            var edge = Vector.GreaterThanOrEqual(Simd.At(next, row), since);
            var high = Larger(Simd.At(highs, row), Simd.At(edgeHigh, row), edge);
            Store(window, row, taken, high, Larger(Simd.At(lows, row), Simd.At(edgeLow, row), edge));
        }
    }

    /// <summary>The highest price since a time and the highest negative one, poll by poll.</summary>
    private (Vector<double> High, Vector<double> Low) Search(int row, Vector<double> since)
    {
        var (high, low) = (new Vector<double>(double.NegativeInfinity), new Vector<double>(double.NegativeInfinity));
        for (var back = 0; back < Capacity; back++)
        {
            var inside = Vector.GreaterThanOrEqual(Simd.At(TimesOf(_poll - back).Padded, row), since);
            if (inside == Vector<long>.Zero)
            {
                break;
            }

            high = Larger(high, Simd.At(_highs.ValuesOf(_poll - back).Padded, row), inside);
            low = Larger(low, Simd.At(_lows.ValuesOf(_poll - back).Padded, row), inside);
        }

        return (high, low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Larger(Vector<double> inside, Vector<double> edge, Vector<long> edgeIsInside) =>
        Vector.ConditionalSelect(edgeIsInside & Vector.GreaterThan(edge, inside), edge, inside);

    /// <summary>Keeps the extremes of those that got a price: none while that is alone in the window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(int window, int row, Vector<long> taken, Vector<double> high, Vector<double> low)
    {
        var alone = Vector.GreaterThan(Simd.At(SinceLast.Padded, row), new Vector<double>(LengthsInSeconds[window]));
        var none = new Vector<double>(double.NaN);
        Simd.Set(_highest[window].Padded, row, Vector.ConditionalSelect(alone, none, high), taken);
        Simd.Set(_lowest[window].Padded, row, Vector.ConditionalSelect(alone, none, -low), taken);
    }
}
