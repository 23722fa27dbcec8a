using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>A claimed message on its way to its channel.</summary>
/// <param name="Mail">The message.</param>
/// <param name="Row">Its row of the waiting list.</param>
/// <param name="Subscriber">The profile when it is sent again, or null.</param>
/// <param name="IsAgain">Whether it was claimed by an earlier flush.</param>
public sealed record Outgoing(ClaimedMail Mail, Waiting Row, Subscriber? Subscriber, bool IsAgain);
