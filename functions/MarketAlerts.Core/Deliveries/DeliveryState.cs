namespace MarketAlerts.Core.Deliveries;

/// <summary>Where an alert is on its way to a subscriber.</summary>
public enum DeliveryState
{
    /// <summary>Filed, in its group wait.</summary>
    Queued,

    /// <summary>Waits longer, for a reason.</summary>
    Held,

    /// <summary>Part of a message that is written down and to be sent, or tried again.</summary>
    Claimed,

    /// <summary>The other side took the message.</summary>
    Sent,

    /// <summary>The message is refused for good.</summary>
    Rejected,

    /// <summary>Not told on its own; in the ledger.</summary>
    Kept,

    /// <summary>Not told.</summary>
    Dropped,
}
