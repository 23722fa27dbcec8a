using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>Subscriptions in memory.</summary>
internal sealed class RememberedSubscriptions : ISubscriptionStore
{
    private readonly List<Subscription> _subscriptions = [];
    private Catalog? _catalog;

    /// <summary>Called before each write: a crash, or what somebody else does meanwhile.</summary>
    public Action<string>? Writing { get; set; }

    /// <summary>Every row: level, rule and whose.</summary>
    public IEnumerable<string> Rows =>
        _subscriptions
            .Select(subscription => $"{subscription.RuleLevel.Level.Units} {subscription.Rule} {subscription.Subscriber}")
            .Order(StringComparer.Ordinal);

    public Task AddAsync(Subscription subscription, Catalog catalog, CancellationToken cancellationToken)
    {
        Writing?.Invoke("watcher");
        _catalog = catalog;
        _subscriptions.Remove(subscription);
        _subscriptions.Add(subscription);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(Subscription subscription, Catalog catalog, CancellationToken cancellationToken)
    {
        Writing?.Invoke("watcher");
        _subscriptions.Remove(subscription);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<IReadOnlyList<Subscription>>> FindAsync(
        IReadOnlyList<CrossedRange> ranges,
        Catalog catalog,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<IReadOnlyList<Subscription>>>([
            .. ranges.Select(range => _subscriptions.Where(subscription => IsIn(range, subscription.RuleLevel)).ToArray()),
        ]);

    /// <summary>Everything lies where the catalog of the last call has it.</summary>
    public IAsyncEnumerable<PlacedSubscription> ReadAllAsync(CancellationToken cancellationToken) =>
        _subscriptions
            .Select(subscription => new PlacedSubscription(_catalog?.SectionOf(subscription.RuleLevel.Target) ?? "", subscription))
            .ToArray()
            .ToAsyncEnumerable();

    public Task RemoveAsync(PlacedSubscription subscription, CancellationToken cancellationToken) =>
        RemoveAsync(subscription.Subscription, _catalog!, cancellationToken);

    private static bool IsIn(CrossedRange range, RuleLevel ruleLevel) =>
        ruleLevel.Target == range.Target
        && ruleLevel.Metric == range.Metric
        && ruleLevel.Direction == range.Direction
        && range.Levels.Contains(ruleLevel.Level.Units);
}
