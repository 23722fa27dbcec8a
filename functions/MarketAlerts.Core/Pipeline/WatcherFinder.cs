using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Finds whom an event concerns: by RowKey range, so the cost does not grow with the number of rules.</summary>
public sealed class WatcherFinder(IWatcherStore watchers)
{
    /// <summary>The watchers whose rules an event fires, for itself and for <c>any of</c> its baskets; a late rule fires for its owner alone.</summary>
    public async Task<IReadOnlyList<Watcher>> FiredByAsync(MarketEvent fired, Catalog catalog, CancellationToken cancellationToken)
    {
        var levels = fired.LateWatcher is null ? fired.Crossing.Levels : new LevelRange(fired.To, fired.To + 1);
        var found = new List<Watcher>();
        foreach (var target in TargetsOf(fired, catalog))
        {
            found.AddRange(await watchers.FindAsync(target, fired.Metric, fired.Direction, levels, cancellationToken));
        }

        return fired.LateWatcher is { } owner
            ? found.FindAll(watcher => WatcherHash.Of(watcher.Subscriber, watcher.Rule) == owner)
            : found;
    }

    /// <summary>The subscribers who were told of a basket's incident, or soon will be: those whose basket rules its figures have passed.</summary>
    public async Task<IReadOnlyList<SubscriberId>> FollowersOfAsync(
        string basket, Direction direction, int tier, double medianMove, CancellationToken cancellationToken)
    {
        var target = Target.OfBasket(basket);
        var byTier = await watchers.FindAsync(target, MetricId.Tier, direction, UpTo(tier), cancellationToken);
        var byMedian = await watchers.FindAsync(target, MetricId.MedianMove, direction, UpTo(Math.Abs(medianMove)), cancellationToken);
        return [.. byTier.Concat(byMedian).Select(watcher => watcher.Subscriber).Distinct()];
    }

    private static LevelRange UpTo(double value) => new(0, Level.Of(value).Units + 1);

    private static IEnumerable<Target> TargetsOf(MarketEvent fired, Catalog catalog)
    {
        var own = Target.Parse(fired.Target);
        return own.IsBasket
            ? [own]
            : catalog.BasketsOf(Symbol.Parse(own.Name)).Select(basket => Target.OfAnyIn(basket.Name)).Prepend(own);
    }
}
