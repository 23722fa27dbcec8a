using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>All that is known of one subscriber when their flush is decided.</summary>
/// <param name="Subscriber">The profile, or null when it is gone.</param>
/// <param name="Items">What waits, items of unfinished claims left out.</param>
/// <param name="Unsent">Mails claimed and not recorded, now due.</param>
/// <param name="History">What they were told of late.</param>
public sealed record Mailbox(
    Subscriber? Subscriber,
    IReadOnlyList<(Waiting Row, DeliveryItem Item)> Items,
    IReadOnlyList<(Waiting Row, ClaimedMail Mail)> Unsent,
    SubscriberHistory History
);
