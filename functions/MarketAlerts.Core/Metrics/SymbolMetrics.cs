using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Metrics;

/// <summary>The registration list of the metrics of a symbol. The order is stored: append, never reorder.</summary>
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
        new WindowMove(MetricId.Move5m, 0),
        new WindowMove(MetricId.Move15m, 1),
        new WindowMove(MetricId.Move30m, 2),
        new WindowMove(MetricId.Move60m, 3),
        new Volume(),
        new Relative(),
        new PreMove(),
        new AfterMove(),
    ];

    /// <summary>The metric of an id, or null for one that is not computed from a symbol's quotes alone.</summary>
    public static ISymbolMetric? Find(MetricId id) => IndexOf(id) is >= 0 and var index ? All[index] : null;

    /// <summary>Where a metric stands in the list, or -1.</summary>
    public static int IndexOf(MetricId id)
    {
        for (var index = 0; index < All.Count; index++)
        {
            if (All[index].Id == id)
            {
                return index;
            }
        }

        return -1;
    }
}
