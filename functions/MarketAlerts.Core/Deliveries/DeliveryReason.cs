namespace MarketAlerts.Core.Deliveries;

/// <summary>Why something that waits for a subscriber does not go out now, whichever stage of delivery says so.</summary>
public enum DeliveryReason
{
    /// <summary>Nothing: it waits for no more than its group wait.</summary>
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

    /// <summary>It is gathered with other members that become notable.</summary>
    MemberWait,

    /// <summary>The subscriber ended what held it.</summary>
    Resumed,

    /// <summary>There were enough updates of its incident today.</summary>
    UpdateLimit,

    /// <summary>The last message told so already.</summary>
    ToldAlready,

    /// <summary>It is told with a wider incident.</summary>
    ToldWithWider,

    /// <summary>The subscriber said stop, or is gone.</summary>
    Unsubscribed,

    /// <summary>No open address takes messages of its severity.</summary>
    NoAddress,

    /// <summary>Its incident is gone, on again, or what it follows was never told.</summary>
    Overtaken,

    /// <summary>Its thread told so this session already, or tells no such thing.</summary>
    Damped,

    /// <summary>Further than told, so soon after the thread's last message.</summary>
    TooSoon,

    /// <summary>It is a line of the next message.</summary>
    NextMessage,

    /// <summary>It is nested with what was told, and follows in the next message of that.</summary>
    Nested,

    /// <summary>The subscriber does not want such messages.</summary>
    OptedOut,

    /// <summary>It belongs to a storm that is told of later.</summary>
    Storm,

    /// <summary>More for the same subscriber is likely to come.</summary>
    Company,
}

/// <summary>What the reasons come to.</summary>
internal static class DeliveryReasons
{
    /// <summary>The step that a reason makes.</summary>
    public static DeliveryStep StepOf(DeliveryReason reason) =>
        reason switch
        {
            DeliveryReason.Quota => DeliveryStep.Waited,
            DeliveryReason.Resumed => DeliveryStep.Resumed,
            DeliveryReason.UpdateLimit
            or DeliveryReason.ToldAlready
            or DeliveryReason.ToldWithWider
            or DeliveryReason.Damped
            or DeliveryReason.NextMessage
            or DeliveryReason.OptedOut => DeliveryStep.Kept,
            DeliveryReason.Unsubscribed or DeliveryReason.NoAddress or DeliveryReason.Overtaken => DeliveryStep.Dropped,
            _ => DeliveryStep.Held,
        };

    /// <summary>Whether it waits because somebody chose so or a channel is full, and not for company or for good.</summary>
    public static bool IsHold(DeliveryReason reason) => reason is > DeliveryReason.None and <= DeliveryReason.Quota;
}
