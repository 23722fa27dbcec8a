namespace MarketAlerts.Core.Levels;

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

    /// <summary><c>breadth</c>: the share of a basket's members beyond the joining threshold, in percent.</summary>
    Breadth = 8,

    /// <summary><c>move-5m</c>: the fall from the highest, the rise from the lowest price of the last 5 minutes, in percent.</summary>
    Move5m = 9,

    /// <summary><c>move-15m</c>: the same within 15 minutes.</summary>
    Move15m = 10,

    /// <summary><c>move-30m</c>: the same within 30 minutes.</summary>
    Move30m = 11,

    /// <summary><c>move-60m</c>: the same within 60 minutes.</summary>
    Move60m = 12,

    /// <summary><c>volume</c>: the volume so far in multiples of the usual volume so far.</summary>
    Volume = 13,

    /// <summary><c>relative</c>: the day-move minus the benchmark's, in percentage points.</summary>
    Relative = 14,

    /// <summary><c>pre-move</c>: the pre-market price against the previous close, in percent.</summary>
    PreMove = 15,

    /// <summary><c>after-move</c>: the after-hours price against today's close, in percent.</summary>
    AfterMove = 16,

    /// <summary><c>halted</c>: 1 while trading is halted, else 0.</summary>
    Halted = 17,

    /// <summary><c>mentions</c>: distinct articles on a topic or symbol within the last hour.</summary>
    Mentions = 18,

    /// <summary><c>burst</c>: the distinct articles of the last hour in multiples of what is usual for an hour.</summary>
    Burst = 20,
}
