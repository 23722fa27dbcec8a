namespace MarketAlerts.Core.Deliveries;

/// <summary>Why an item waits longer than its group wait.</summary>
public enum HoldReason
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The subscriber's quiet hours.</summary>
    QuietHours,

    /// <summary>The subscriber wants such alerts gathered.</summary>
    Digest,

    /// <summary>The subscriber snoozed it.</summary>
    Snooze,

    /// <summary>The subscriber is away.</summary>
    Vacation,

    /// <summary>The subscriber has had as many messages as they take.</summary>
    Cap,

    /// <summary>The channel takes no more for now.</summary>
    Quota,
}
