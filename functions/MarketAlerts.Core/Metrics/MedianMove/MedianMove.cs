namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>median-move</c> of a basket: the median of its members' day-moves, in percent; of an even number the mean of the middle two.
/// </summary>
internal static class MedianMove
{
    /// <summary>The median, or null of nothing.</summary>
    public static double? Compute(IEnumerable<double> moves)
    {
        var sorted = moves.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length is 0 ? null
            : sorted.Length % 2 is 1 ? sorted[middle]
            : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
