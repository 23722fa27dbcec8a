namespace MarketAlerts.Core.Deliveries;

/// <summary>
/// Which steps an alert may take on its way to a subscriber. An item is queued when it is filed; a claim makes it part of a message, which
/// then goes its own way. Held and waiting are passed any number of times; nothing leads back from what a subscriber was told.
/// </summary>
internal static class DeliveryMachine
{
    private static readonly Dictionary<DeliveryState, DeliveryStep[]> Legal = new()
    {
        [DeliveryState.Queued] =
        [
            DeliveryStep.Held,
            DeliveryStep.Waited,
            DeliveryStep.Resumed,
            DeliveryStep.Kept,
            DeliveryStep.Dropped,
            DeliveryStep.Claimed,
            DeliveryStep.Folded,
        ],
        [DeliveryState.Held] =
        [
            DeliveryStep.Held,
            DeliveryStep.Waited,
            DeliveryStep.Resumed,
            DeliveryStep.Kept,
            DeliveryStep.Dropped,
            DeliveryStep.Claimed,
            DeliveryStep.Folded,
        ],
        [DeliveryState.Claimed] =
        [
            DeliveryStep.Sent,
            DeliveryStep.Retried,
            DeliveryStep.Rejected,
            DeliveryStep.Resent,
            DeliveryStep.Dropped,
            DeliveryStep.Suppressed,
        ],
        [DeliveryState.Sent] = [],
        [DeliveryState.Rejected] = [],
        [DeliveryState.Kept] = [],
        [DeliveryState.Dropped] = [],
    };

    /// <summary>Where a step leads, or null when it is none from there.</summary>
    public static DeliveryState? Next(DeliveryState from, DeliveryStep step) => Legal[from].Contains(step) ? StateOf(step) : null;

    /// <summary>A step, once it is known to be one from there.</summary>
    /// <exception cref="InvalidOperationException">It is none: what was told cannot be taken back.</exception>
    public static DeliveryStep Take(DeliveryState from, DeliveryStep step) =>
        Next(from, step) is not null ? step : throw new InvalidOperationException($"{step} is no step from {from}.");

    /// <summary>The state after a step.</summary>
    public static DeliveryState StateOf(DeliveryStep step) =>
        step switch
        {
            DeliveryStep.Held or DeliveryStep.Waited => DeliveryState.Held,
            DeliveryStep.Resumed => DeliveryState.Queued,
            DeliveryStep.Kept => DeliveryState.Kept,
            DeliveryStep.Dropped => DeliveryState.Dropped,
            DeliveryStep.Claimed or DeliveryStep.Folded or DeliveryStep.Resent or DeliveryStep.Retried => DeliveryState.Claimed,
            DeliveryStep.Sent => DeliveryState.Sent,
            _ => DeliveryState.Rejected,
        };
}

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
