using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.EndToEnd.Storm;

/// <summary>Rules in memory, by what they are about: the finding of rules is another test's matter.</summary>
/// <param name="subscriptions">All of them.</param>
internal sealed class ManySubscriptions(IEnumerable<Subscription> subscriptions) : ISubscriptionStore
{
    private readonly ILookup<(Target, MetricId, Direction), Subscription> _subscriptions = subscriptions.ToLookup(subscription =>
        (subscription.RuleLevel.Target, subscription.RuleLevel.Metric, subscription.RuleLevel.Direction)
    );

    public Task<IReadOnlyList<IReadOnlyList<Subscription>>> FindAsync(
        IReadOnlyList<CrossedRange> ranges,
        Catalog catalog,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<IReadOnlyList<Subscription>>>([
            .. ranges.Select(range =>
                _subscriptions[(range.Target, range.Metric, range.Direction)]
                    .Where(subscription => range.Levels.Contains(subscription.RuleLevel.Level.Units))
                    .ToArray()
            ),
        ]);

    public Task AddAsync(Subscription subscription, Catalog catalog, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task RemoveAsync(Subscription subscription, Catalog catalog, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<PlacedSubscription> ReadAllAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemoveAsync(PlacedSubscription subscription, CancellationToken cancellationToken) => throw new NotSupportedException();
}
