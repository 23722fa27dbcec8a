using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Routing;

/// <summary>Finds whom events concern: by ranges of levels, so the cost does not grow with the number of rules.</summary>
public sealed class SubscriptionMatcher(ISubscriptionStore subscriptions)
{
    /// <summary>
    /// The subscriptions whose rules each event fires, for itself and for <c>any of</c> its baskets; a late rule fires for its subscriber
    /// alone. A rule whose last session is over does not fire.
    /// </summary>
    /// <returns>As many lists as events, in their order.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<Subscription>>> FiredByAsync(
        IReadOnlyList<MarketEvent> events,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var ranges = events.Select(fired => TargetsOf(fired, catalog).Select(target => RangeOf(fired, target)).ToArray()).ToArray();
        var found = new Queue<IReadOnlyList<Subscription>>(
            await subscriptions.FindAsync([.. ranges.SelectMany(own => own)], catalog, cancellationToken)
        );
        return
        [
            .. events.Zip(
                ranges,
                (fired, own) => own.SelectMany(_ => found.Dequeue()).Where(subscription => IsMeant(subscription, fired)).ToArray()
            ),
        ];
    }

    private static CrossedRange RangeOf(MarketEvent fired, Target target) =>
        new(
            target,
            fired.Metric,
            fired.Direction,
            fired.LateSubscription is null ? fired.Crossing.Levels : new LevelRange(fired.To, fired.To + 1)
        );

    private static bool IsMeant(Subscription subscription, MarketEvent fired) =>
        subscription.Terms.AllowFiringIn(fired.Session)
        && (fired.LateSubscription is not { } late || SubscriptionHash.Hash(subscription.Subscriber, subscription.Rule) == late);

    private static IEnumerable<Target> TargetsOf(MarketEvent fired, Catalog catalog)
    {
        var baskets = fired is { News: null, Target.Symbol: { } symbol } ? catalog.BasketsOf(symbol) : [];
        return baskets.Select(basket => Target.OfAnyIn(basket.Name)).Prepend(fired.Target);
    }
}
