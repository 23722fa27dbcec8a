using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Notifications.Links;

/// <summary>A link that somebody opened and that works.</summary>
/// <param name="Claim">What the link says.</param>
/// <param name="Profile">Its reader; null when there is none any more, which no answer may show.</param>
public sealed record LinkVisit(LinkClaim Claim, Subscriber? Profile);
