namespace MarketAlerts.Core.Subscribers;

/// <summary>How often a subscriber wants to be told.</summary>
public enum DigestRhythm
{
    /// <summary>At once, after the group wait.</summary>
    Instant,

    /// <summary>At the full hour, in the subscriber's zone.</summary>
    Hourly,

    /// <summary>Once a day.</summary>
    EndOfDay,
}
