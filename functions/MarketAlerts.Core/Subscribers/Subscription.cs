using System.IO.Hashing;
using System.Text;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

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

/// <summary>A subscription and where it lies, right or wrong.</summary>
/// <param name="Section">The section, see <see cref="Catalog.SectionOf"/>.</param>
/// <param name="Subscription">The subscription.</param>
public sealed record PlacedSubscription(string Section, Subscription Subscription);

/// <summary>Names a subscription in eight bytes, where a pending crossing has no room for more.</summary>
public static class SubscriptionHash
{
    /// <summary>The hash of a subscriber's rule (XxHash64).</summary>
    public static long Hash(SubscriberId subscriber, Rule rule) =>
        unchecked((long)XxHash64.HashToUInt64(Encoding.UTF8.GetBytes($"{subscriber}|{rule}")));
}
