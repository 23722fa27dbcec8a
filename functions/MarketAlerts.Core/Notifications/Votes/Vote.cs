using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Notifications.Votes;

/// <summary>What a reader thinks of an alert.</summary>
/// <param name="Subscriber">Who.</param>
/// <param name="Incident">The incident's id.</param>
/// <param name="RuleHash">The rule that fired, by <see cref="SubscriptionHash"/>; 0 for none.</param>
/// <param name="Rule">Its text while the reader still has it; else empty.</param>
/// <param name="Kind">Useful or noise.</param>
/// <param name="At">When it was said (UTC).</param>
public sealed record Vote(SubscriberId Subscriber, string Incident, long RuleHash, string Rule, VoteKind Kind, DateTimeOffset At);
