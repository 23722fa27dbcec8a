using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>A row of the waiting list of a bucket.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="Due">From when on.</param>
/// <param name="Kind">An item or a mail.</param>
/// <param name="Reference">The item's message id or the mail's key.</param>
public sealed record Waiting(SubscriberId Subscriber, DateTimeOffset Due, WaitingKind Kind, string Reference)
{
    /// <summary>Why it waits longer than its group wait.</summary>
    public DeliveryReason Hold { get; init; }

    /// <summary>The item itself; null for a mail, and where only the row is named.</summary>
    public DeliveryItem? Item { get; init; }

    /// <summary>Whether it is due; a flush request may come a moment early, since transports count in whole seconds.</summary>
    public bool IsDue(DateTimeOffset now) => Due <= now.AddSeconds(1);
}

/// <summary>What a waiting row stands for.</summary>
public enum WaitingKind
{
    /// <summary>An item filed and not yet told.</summary>
    Item,

    /// <summary>A mail claimed and not yet recorded as sent: to be sent, or sent again.</summary>
    Mail,
}

/// <summary>Everything one market-events message holds for one subscriber; filed once, however often the message is delivered.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="MessageId">The message it comes from.</param>
/// <param name="Due">When it may go out at the earliest: the group wait.</param>
/// <param name="Entries">What it holds.</param>
public sealed record DeliveryItem(SubscriberId Subscriber, string MessageId, DateTimeOffset Due, IReadOnlyList<AlertEntry> Entries);
