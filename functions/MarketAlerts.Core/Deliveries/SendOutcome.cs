namespace MarketAlerts.Core.Deliveries;

/// <summary>What a channel says to do next.</summary>
public enum SendOutcome
{
    /// <summary>The other side took it.</summary>
    Sent,

    /// <summary>Not now: again after a while.</summary>
    RetryAfter,

    /// <summary>Never: this address or this mail is refused.</summary>
    Rejected,
}
