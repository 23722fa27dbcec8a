namespace MarketAlerts.Core.Deliveries;

/// <summary>Why an item waits longer than its group wait.</summary>
public enum HoldReason
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The reader's quiet hours.</summary>
    QuietHours,

    /// <summary>The reader wants such alerts gathered.</summary>
    Digest,

    /// <summary>The reader snoozed it.</summary>
    Snooze,

    /// <summary>The reader is away.</summary>
    Vacation,

    /// <summary>The reader has had as many messages as they take.</summary>
    Cap,

    /// <summary>The channel takes no more for now.</summary>
    Quota,
}
