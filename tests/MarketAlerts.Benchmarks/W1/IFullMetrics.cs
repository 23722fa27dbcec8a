using MarketAlerts.Core.Levels;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>
/// A contender that keeps the extremes of the full metric set, so that they can be compared one by one when the sums differ.
/// </summary>
internal interface IFullMetrics
{
    /// <summary>An extreme after the run, in level units.</summary>
    /// <param name="metric">A number of <see cref="FullMetrics"/>.</param>
    /// <param name="direction">Falling or rising.</param>
    /// <param name="symbol">The symbol's number.</param>
    long Extreme(int metric, Direction direction, int symbol);
}
