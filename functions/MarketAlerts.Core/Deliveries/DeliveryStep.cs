namespace MarketAlerts.Core.Deliveries;

/// <summary>One step of an alert or message on its way to a subscriber, as it stands in the ledger.</summary>
public enum DeliveryStep
{
    /// <summary>Held by the subscriber's choice: quiet hours, digest, snooze, vacation or cap.</summary>
    Held,

    /// <summary>Held because the channel takes no more for now.</summary>
    Waited,

    /// <summary>The subscriber ended what held it: it is looked at anew.</summary>
    Resumed,

    /// <summary>Not told on its own: a limit of updates, or it was told already.</summary>
    Kept,

    /// <summary>Not told: the subscriber said stop, has no open address, or the incident is gone.</summary>
    Dropped,

    /// <summary>Written down to be sent.</summary>
    Claimed,

    /// <summary>A single alert went out within the message of a wider incident.</summary>
    Folded,

    /// <summary>Written down, not recorded, and sent again.</summary>
    Resent,

    /// <summary>Not taken for now; tried again later.</summary>
    Retried,

    /// <summary>The other side took it.</summary>
    Sent,

    /// <summary>The other side refuses it for good, or it was tried often enough.</summary>
    Rejected,

    /// <summary>The address is not written to any more.</summary>
    Suppressed,
}
