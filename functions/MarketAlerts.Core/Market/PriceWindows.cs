using System.Numerics;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Market;

/// <summary>
/// The accepted prices of the last hour of every symbol, and from them the highest and the lowest price of four sliding windows. Never bucketed: a window
/// reaches back from the symbol's newest quote by market time, both ends included. Prices lie poll by poll, the symbols side by side. While a symbol quotes about
/// once a minute, a window of n minutes is the last n polls, whose extremes <see cref="PollFolds"/> has, and the one before them if its time says so; whose
/// times do not fit is looked up quote by quote.
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
    private Column<double> _nowTimes = new(0);
    private Column<double> _nowHighs = new(0);
    private Column<double> _nowLows = new(0);

    /// <summary>The windows' lengths in seconds: 5, 15, 30 and 60 minutes.</summary>
    public static ReadOnlySpan<int> LengthsInSeconds => [300, 900, 1_800, 3_600];

    /// <summary>Seconds from the newest accepted quote back to the one before; infinite before the second.</summary>
    public Column<double> SinceLast { get; } = new(double.PositiveInfinity);

    /// <summary>Market time of the newest accepted quote, seconds since 1970; 0 before the first.</summary>
    public Column<double> Newest { get; } = new(0);

    /// <summary>The same as the second of its UTC day, as of the last poll's end.</summary>
    public Column<float> SecondOfDay { get; } = new(0);

    private static int[] Lengths => LengthsInSeconds.ToArray();

    /// <summary>The highest price of a window (index of its length); NaN while a symbol has but one quote in it.</summary>
    public ReadOnlySpan<double> Highest(int window) => _highest[window].Values;

    /// <summary>The lowest price of a window (index of its length); NaN while a symbol has but one quote in it.</summary>
    public ReadOnlySpan<double> Lowest(int window) => _lowest[window].Values;

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

    /// <summary>Begins a poll: <see cref="Push(int, int, double)"/> comes next, for each accepted quote.</summary>
    public void BeginPoll()
    {
        _poll++;
        (_nowTimes, _nowHighs, _nowLows) = (TimesOf(_poll), _highs.ValuesOf(_poll), _lows.ValuesOf(_poll));
        Newest.Values.CopyTo(_nowTimes.Values); // Where no quote comes, the last one's time stands.
        _nowHighs.Values.Fill(double.NegativeInfinity);
        _nowLows.Values.Fill(double.NegativeInfinity);
    }

    /// <summary>Takes the price of a quote that is newer than all before it.</summary>
    /// <param name="row">The symbol.</param>
    /// <param name="seconds">Market time, seconds since 1970.</param>
    /// <param name="price">The price.</param>
    public void Push(int row, int seconds, double price)
    {
        ref var newest = ref Newest[row];
        SinceLast[row] = double.IsPositiveInfinity(_first[row]) ? double.PositiveInfinity : seconds - newest;
        _first[row] = Math.Min(_first[row], seconds);
        newest = seconds;
        _nowTimes[row] = seconds;
        _nowHighs[row] = price;
        _nowLows[row] = -price;
    }

    /// <summary>The same for several symbols at a time, from a row on.</summary>
    internal void Push(int row, Vector<long> taken, Vector<double> seconds, Vector<double> prices)
    {
        var first = Lanes.At(_first.Values, row);
        var none = new Vector<double>(double.PositiveInfinity);
        Lanes.Set(
            SinceLast.Values,
            row,
            Vector.ConditionalSelect(Vector.Equals(first, none), none, seconds - Lanes.At(Newest.Values, row)),
            taken
        );
        Lanes.Set(_first.Values, row, Vector.Min(first, seconds), taken);
        Lanes.Set(Newest.Values, row, seconds, taken);
        Lanes.Set(_nowTimes.Values, row, seconds, taken);
        Lanes.Set(_nowHighs.Values, row, prices, taken);
        Lanes.Set(_nowLows.Values, row, -prices, taken);
    }

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
            if (_highs.ValuesOf(_poll - back)[row] is var price && double.IsFinite(price))
            {
                yield return (back, (int)TimesOf(_poll - back)[row], price);
            }
        }
    }

    /// <summary>Takes back a stored quote, oldest first; <see cref="RestoreAll"/> comes after the last one of all symbols.</summary>
    public void Restore(int row, int pollsAgo, int seconds, double price)
    {
        SinceLast[row] = double.IsPositiveInfinity(_first[row]) ? double.PositiveInfinity : seconds - Newest[row];
        _first[row] = Math.Min(_first[row], seconds);
        Newest[row] = seconds;
        TimesOf(_poll - pollsAgo)[row] = seconds;
        _highs.ValuesOf(_poll - pollsAgo)[row] = price;
        _lows.ValuesOf(_poll - pollsAgo)[row] = -price;
    }

    /// <summary>Makes the windows anew from the restored quotes.</summary>
    public void RestoreAll()
    {
        _highs.FoldAll(_poll);
        _lows.FoldAll(_poll);
        for (var poll = _poll - Capacity + 2; poll <= _poll; poll++)
        {
            CarryTimes(TimesOf(poll - 1).Values, TimesOf(poll).Values);
        }

        for (var row = 0; row < Newest.Values.Length; row++)
        {
            for (var window = 0; window < LengthsInSeconds.Length; window++)
            {
                LookUp(window, row);
            }
        }

        TellSecondsOfDay();
    }

    private static void CarryTimes(ReadOnlySpan<double> before, Span<double> times)
    {
        for (var row = 0; row < times.Length; row++)
        {
            times[row] = Math.Max(times[row], before[row]);
        }
    }

    private void TellSecondsOfDay()
    {
        ReadOnlySpan<double> newest = Newest.Values;
        var seconds = SecondOfDay.Values;
        var row = 0;
        for (; row <= seconds.Length - Lanes.CountOfSingles; row += Lanes.CountOfSingles)
        {
            Lanes.Set(seconds, row, Vector.Narrow(OfDay(Lanes.At(newest, row)), OfDay(Lanes.At(newest, row + Lanes.Count))));
        }

        for (; row < seconds.Length; row++)
        {
            seconds[row] = (float)(newest[row] % SecondsPerDay);
        }

        static Vector<double> OfDay(Vector<double> time) => time - (SecondsPerDay * Vector.Floor(time / SecondsPerDay));
    }

    private Column<double> TimesOf(int poll) => _times[poll & (Capacity - 1)];

    private void Slide(int window)
    {
        var polls = LengthsInSeconds[window] / SecondsBetweenPolls;
        var length = new Vector<double>(LengthsInSeconds[window]);
        ReadOnlySpan<double> now = TimesOf(_poll).Values;
        ReadOnlySpan<double> last = TimesOf(_poll - polls + 1).Values;
        ReadOnlySpan<double> next = TimesOf(_poll - polls).Values;
        ReadOnlySpan<double> beyond = TimesOf(_poll - polls - 1).Values;
        ReadOnlySpan<double> edgeHigh = _highs.ValuesOf(_poll - polls).Values;
        ReadOnlySpan<double> edgeLow = _lows.ValuesOf(_poll - polls).Values;
        ReadOnlySpan<double> newHigh = _highs.ValuesOf(_poll).Values;
        var highs = _highs.LargestOf(window, _poll);
        var lows = _lows.LargestOf(window, _poll);
        var row = 0;
        for (; row <= now.Length - Lanes.Count; row += Lanes.Count)
        {
            var since = Lanes.At(now, row) - length;
            var taken = Vector.GreaterThan(Lanes.At(newHigh, row), new Vector<double>(double.NegativeInfinity));
            var inside =
                Vector.GreaterThanOrEqual(Lanes.At(last, row), since) | Vector.GreaterThanOrEqual(Lanes.At(_first.Values, row), since);
            var fits = inside & Vector.LessThan(Lanes.At(beyond, row), since);
            if (Vector.AndNot(taken, fits) != Vector<long>.Zero)
            {
                LookUpTaken(window, row, row + Lanes.Count);
                continue;
            }

            var edge = Vector.GreaterThanOrEqual(Lanes.At(next, row), since);
            var alone = Vector.GreaterThan(Lanes.At(SinceLast.Values, row), length);
            Store(_highest[window], row, taken, alone, Larger(Lanes.At(highs, row), Lanes.At(edgeHigh, row), edge));
            Store(_lowest[window], row, taken, alone, -Larger(Lanes.At(lows, row), Lanes.At(edgeLow, row), edge));
        }

        LookUpTaken(window, row, now.Length);
    }

    private static Vector<double> Larger(Vector<double> inside, Vector<double> edge, Vector<long> edgeIsInside) =>
        Vector.ConditionalSelect(edgeIsInside & Vector.GreaterThan(edge, inside), edge, inside);

    private static void Store(Column<double> extremes, int row, Vector<long> taken, Vector<long> alone, Vector<double> value)
    {
        var known = Vector.ConditionalSelect(alone, new Vector<double>(double.NaN), value);
        Lanes.Set(extremes.Values, row, Vector.ConditionalSelect(taken, known, Lanes.At(extremes.Values, row)));
    }

    private void LookUpTaken(int window, int from, int before)
    {
        for (var row = from; row < before; row++)
        {
            if (double.IsFinite(_highs.ValuesOf(_poll)[row]))
            {
                LookUp(window, row);
            }
        }
    }

    /// <summary>The extremes of one symbol's window, quote by quote.</summary>
    private void LookUp(int window, int row)
    {
        var since = Newest[row] - LengthsInSeconds[window];
        var (high, low) = (double.NegativeInfinity, double.NegativeInfinity);
        for (var back = 0; back < Capacity && TimesOf(_poll - back)[row] >= since; back++)
        {
            high = Math.Max(high, _highs.ValuesOf(_poll - back)[row]);
            low = Math.Max(low, _lows.ValuesOf(_poll - back)[row]);
        }

        var alone = SinceLast[row] > LengthsInSeconds[window];
        _highest[window][row] = alone ? double.NaN : high;
        _lowest[window][row] = alone ? double.NaN : -low;
    }
}
