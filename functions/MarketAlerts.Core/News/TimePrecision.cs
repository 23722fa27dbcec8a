namespace MarketAlerts.Core.News;

/// <summary>How well it is known when an article came out. Stored by name.</summary>
public enum TimePrecision
{
    /// <summary>To the minute or better.</summary>
    Instant,

    /// <summary>The day and nothing closer.</summary>
    Day,

    /// <summary>It was public at that time at the latest.</summary>
    AtTheLatest,
}
