using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>The answer of the full metric set, and the first place where two answers part.</summary>
internal static class ExtremeSum
{
    /// <summary>The sum of all extremes.</summary>
    public static long Of(IFullMetrics metrics) => Places().Sum(place => metrics.Extreme(place.Metric, place.Direction, place.Symbol));

    /// <summary>The sum of the extremes of one metric, a number each direction.</summary>
    public static (long Falling, long Rising) Of(IFullMetrics metrics, int metric) =>
        (Sum(metrics, metric, Direction.Down), Sum(metrics, metric, Direction.Up));

    private static long Sum(IFullMetrics metrics, int metric, Direction direction) =>
        Enumerable.Range(0, Tickers.Count).Sum(symbol => metrics.Extreme(metric, direction, symbol));

    private static IEnumerable<(int Metric, Direction Direction, int Symbol)> Places() =>
        from metric in Enumerable.Range(0, FullMetrics.Count)
        from direction in new[] { Direction.Down, Direction.Up }
        from symbol in Enumerable.Range(0, Tickers.Count)
        select (metric, direction, symbol);
}
