namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>breadth</c> of a basket: the share of members beyond the joining threshold in the median's direction, in percent, signed like the
/// median.
/// </summary>
internal static class Breadth
{
    /// <summary>The share of the moves, or null of nothing.</summary>
    public static double? Compute(IReadOnlyCollection<double> moves, double joiningPercent)
    {
        if (MedianMove.Compute(moves) is not { } median)
        {
            return null;
        }

        var sign = Math.Sign(median);
        return sign * 100.0 * moves.Count(move => move * sign >= joiningPercent) / moves.Count;
    }
}
