using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Subscribers;

/// <summary>One row of one rule of one subscriber, as the router finds it.</summary>
/// <param name="Subscriber">Who.</param>
/// <param name="RuleLevel">What.</param>
/// <param name="Rule">The rule that the level is one of.</param>
public sealed record Subscription(SubscriberId Subscriber, RuleLevel RuleLevel, Rule Rule)
{
    /// <summary>What restricts the rule beside its level.</summary>
    public RuleTerms Terms => Rule.Terms;
}
