using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Notifications;

/// <summary>One decision about something that reached a subscriber, with its reason.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Decision">claimed, sent, held, kept, retry, rejected, dropped.</param>
/// <param name="Subject">The mail's key or the items.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record LedgerEntry(SubscriberId Subscriber, DateTimeOffset At, string Decision, string Subject, string Reason);
