using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Subscribers;

/// <summary>One row of one rule of one subscriber, as the router finds it.</summary>
/// <param name="Subscriber">Who.</param>
/// <param name="RuleLevel">What.</param>
/// <param name="Rule">The rule in the subscriber's words.</param>
/// <param name="Terms">What restricts the rule beside its level.</param>
public sealed record Subscription(SubscriberId Subscriber, RuleLevel RuleLevel, string Rule, RuleTerms Terms);
