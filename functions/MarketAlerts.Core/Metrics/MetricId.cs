namespace MarketAlerts.Core.Metrics;

/// <summary>The metrics; the numbers are stored and pinned by a test.</summary>
public enum MetricId : byte
{
    /// <summary><c>price</c>: the last price, in dollars.</summary>
    Price = 1,

    /// <summary><c>day-move</c>: percent against the previous close.</summary>
    DayMove = 2,

    /// <summary><c>open-move</c>: percent against the session's open.</summary>
    OpenMove = 3,

    /// <summary><c>gap</c>: the open against the previous close, in percent.</summary>
    Gap = 4,

    /// <summary><c>surprise</c>: the day-move in usual days (standard deviations).</summary>
    Surprise = 5,

    /// <summary><c>tier</c>: 0, 1 notable, 2 severe.</summary>
    Tier = 6,

    /// <summary><c>median-move</c>: the median day-move of a basket's members, in percent.</summary>
    MedianMove = 7,

    /// <summary><c>breadth</c>: the share of a basket's members beyond the joining bar, in percent.</summary>
    Breadth = 8,
}
