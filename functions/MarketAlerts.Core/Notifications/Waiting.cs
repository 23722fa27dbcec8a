using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Notifications;

/// <summary>A row of the waiting list of a bucket.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="Due">From when on.</param>
/// <param name="Kind">An item or a mail.</param>
/// <param name="Reference">The item's message id or the mail's key.</param>
public sealed record Waiting(SubscriberId Subscriber, DateTimeOffset Due, WaitingKind Kind, string Reference);
