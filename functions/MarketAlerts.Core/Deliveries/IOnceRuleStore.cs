using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>Which message each <c>once</c> rule fires for.</summary>
public interface IOnceRuleStore
{
    /// <summary>Claims a <c>once</c> rule for a message: true when nothing claimed it before, or this same message did.</summary>
    Task<bool> ClaimOnceAsync(SubscriberId subscriber, Rule rule, string messageId, CancellationToken cancellationToken);

    /// <summary>Forgets the claims of <c>once</c> rules that are entered anew.</summary>
    Task ReleaseOnceAsync(SubscriberId subscriber, IReadOnlyList<Rule> rules, CancellationToken cancellationToken);
}
