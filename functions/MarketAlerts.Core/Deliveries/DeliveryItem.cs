using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>Everything one market-events message holds for one subscriber; filed once, however often the message is delivered.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="MessageId">The message it comes from.</param>
/// <param name="Due">When it may go out at the earliest: the group wait.</param>
/// <param name="Entries">What it holds.</param>
public sealed record DeliveryItem(SubscriberId Subscriber, string MessageId, DateTimeOffset Due, IReadOnlyList<AlertEntry> Entries);
