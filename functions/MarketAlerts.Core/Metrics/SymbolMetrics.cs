namespace MarketAlerts.Core.Metrics;

/// <summary>The registration list of the session metrics of a symbol. The order is stored: append, never reorder.</summary>
public static class SymbolMetrics
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ISymbolMetric> All { get; } =
    [
        new DayMove(),
        new OpenMove(),
        new Gap(),
        new Surprise(),
        new Tier(),
    ];

    /// <summary>How many extremes a symbol keeps: two directions a metric.</summary>
    public static int ExtremeCount => All.Count * 2;

    /// <summary>Where the extreme of a metric and direction is kept, or -1 for a metric without one.</summary>
    public static int ExtremeIndex(MetricId metric, Direction direction)
    {
        for (var index = 0; index < All.Count; index++)
        {
            if (All[index].Id == metric)
            {
                return (index * 2) + (int)direction;
            }
        }

        return -1;
    }
}
