using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>Somebody who was told of an incident.</summary>
/// <param name="Subscriber">Who.</param>
/// <param name="Following">What else of it they hear of.</param>
public sealed record ToldSubscriber(SubscriberId Subscriber, Following Following);
