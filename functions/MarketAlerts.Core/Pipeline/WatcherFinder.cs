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
    /// <summary>
    /// The watchers whose rules an event fires, for itself and for <c>any of</c> its baskets; a late rule fires for its owner alone. A rule whose last
    /// session is over does not fire.
    /// </summary>
    public async Task<IReadOnlyList<Watcher>> FiredByAsync(MarketEvent fired, Catalog catalog, CancellationToken cancellationToken)
    {
        var levels = fired.LateWatcher is null ? fired.Crossing.Levels : new LevelRange(fired.To, fired.To + 1);
        var found = new List<Watcher>();
        foreach (var target in TargetsOf(fired, catalog))
        {
            found.AddRange(await watchers.FindAsync(target, fired.Metric, fired.Direction, levels, cancellationToken));
        }

        return found.FindAll(watcher => watcher.Terms.AllowFiringIn(fired.Session) && IsMeant(watcher, fired.LateWatcher));
    }

    private static bool IsMeant(Watcher watcher, long? owner) => owner is null || WatcherHash.Of(watcher.Subscriber, watcher.Rule) == owner;

    private static IEnumerable<Target> TargetsOf(MarketEvent fired, Catalog catalog)
    {
        var own = Target.Parse(fired.Target);
        return own.IsBasket || fired.News is not null
            ? [own]
            : catalog.BasketsOf(Symbol.Parse(own.Name)).Select(basket => Target.OfAnyIn(basket.Name)).Prepend(own);
    }
}
