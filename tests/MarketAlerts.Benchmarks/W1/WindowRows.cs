using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Levels;
using Vector = System.Numerics.Vector<double>;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>
/// The highest and lowest prices of the last n polls, for all symbols at once: the highest of 16 polls is that of three overlapping sixes,
/// and so on, so a longer window costs no more than a short one and no branch hangs on prices. Beside them the extremes of the window's
/// metric.
/// </summary>
/// <param name="metric">The number of the window's metric, or -1 for a step on the way to one.</param>
/// <param name="narrower">The rows it is put together from; null for the prices themselves.</param>
/// <param name="second">How many polls back the second of them begins.</param>
/// <param name="third">How many polls back the third begins; the second's again where two are enough.</param>
/// <param name="slots">For how many polls they are kept.</param>
internal sealed class WindowRows(int metric, WindowRows? narrower, int second, int third, int slots)
{
    private readonly double[][] _highs = Rows(slots);
    private readonly double[][] _lows = Rows(slots);
    private readonly double[] _falling = new double[Tickers.Count];
    private readonly double[] _rising = new double[Tickers.Count];

    public int Metric => metric;

    /// <summary>The windows of 6, 16, 31 and 61 prices with the steps on the way; at the first poll each holds one price.</summary>
    public static WindowRows[] All(double[] firstPrices)
    {
        var prices = new WindowRows(-1, null, 0, 0, 3);
        var three = new WindowRows(-1, prices, 1, 2, 4);
        var six = new WindowRows(FullMetrics.FirstWindow, three, 3, 3, 11);
        var sixteen = new WindowRows(FullMetrics.FirstWindow + 1, six, 5, 10, 16);
        var thirtyOne = new WindowRows(FullMetrics.FirstWindow + 2, sixteen, 15, 15, 31);
        WindowRows[] all = [prices, three, six, sixteen, thirtyOne, new WindowRows(FullMetrics.FirstWindow + 3, thirtyOne, 30, 30, 1)];
        foreach (var row in all.SelectMany(window => window._highs.Concat(window._lows)))
        {
            firstPrices.CopyTo(row, 0);
        }

        return all;
    }

    /// <summary>Takes the prices of a poll for a block of symbols.</summary>
    public void Take(int poll, double[] prices, int from, int before)
    {
        var (highs, lows) = (_highs[SlotOf(poll)], _lows[SlotOf(poll)]);
        if (narrower is null)
        {
            prices.AsSpan(from, before - from).CopyTo(highs.AsSpan(from));
            prices.AsSpan(from, before - from).CopyTo(lows.AsSpan(from));
            return;
        }

        var (first, next, last) = (narrower.SlotOf(poll), narrower.SlotOf(poll - second), narrower.SlotOf(poll - third));
        FoldHighs(narrower._highs[first], narrower._highs[next], narrower._highs[last], highs, from, before);
        FoldLows(narrower._lows[first], narrower._lows[next], narrower._lows[last], lows, from, before);
        if (metric >= 0)
        {
            Slide(_falling, highs, prices, from, before);
            Slide(_rising, lows, prices, from, before);
        }
    }

    public long Extreme(Direction direction, int symbol) => (long)Math.Abs((direction is Direction.Down ? _falling : _rising)[symbol]);

    private static void FoldHighs(double[] first, double[] second, double[] third, double[] into, int from, int before)
    {
        for (var at = from; at < before; at += Vector.Count)
        {
            Lanes.Store(Lanes.Larger(Lanes.Larger(Lanes.Load(first, at), Lanes.Load(second, at)), Lanes.Load(third, at)), into, at);
        }
    }

    private static void FoldLows(double[] first, double[] second, double[] third, double[] into, int from, int before)
    {
        for (var at = from; at < before; at += Vector.Count)
        {
            Lanes.Store(Lanes.Smaller(Lanes.Smaller(Lanes.Load(first, at), Lanes.Load(second, at)), Lanes.Load(third, at)), into, at);
        }
    }

    private static void Slide(double[] extremes, double[] edges, double[] prices, int from, int before)
    {
        for (var at = from; at < before; at += Vector.Count)
        {
            var units = Lanes.Units(Lanes.Change(Lanes.Load(edges, at), Lanes.Load(prices, at)));
            Lanes.Store(Lanes.Sliding(Lanes.Load(extremes, at), units), extremes, at);
        }
    }

    private int SlotOf(int poll) => (poll + slots) % slots;

    private static double[][] Rows(int count) => [.. Enumerable.Range(0, count).Select(_ => new double[Tickers.Count])];
}
