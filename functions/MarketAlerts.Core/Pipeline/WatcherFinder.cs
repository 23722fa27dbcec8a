using MarketAlerts.Core.Incidents;
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

    /// <summary>
    /// The subscribers who were told of a basket's incident, or soon will be: those whose basket rules its figures have passed. A <c>once</c> rule ends
    /// with its one message, and one with <c>and news</c> asks for more than the incident, so nobody follows an incident through these.
    /// </summary>
    public async Task<IReadOnlyList<SubscriberId>> FollowersOfAsync(Incident incident, CancellationToken cancellationToken)
    {
        (MetricId Metric, double Reached)[] figures =
            [(MetricId.Tier, incident.BasketTier), (MetricId.MedianMove, incident.MedianMove ?? 0), (MetricId.Breadth, incident.Breadth ?? 0)];
        var followers = new List<Watcher>();
        foreach (var (metric, reached) in figures)
        {
            followers.AddRange(await watchers.FindAsync(incident.Target, metric, incident.Direction, UpTo(Math.Abs(reached)), cancellationToken));
        }

        return [.. followers.Where(watcher => watcher.Terms is { Once: false, AndNews: null } && watcher.Terms.AllowFiringIn(incident.Session)).Select(watcher => watcher.Subscriber).Distinct()];
    }

    private static bool IsMeant(Watcher watcher, long? owner) => owner is null || WatcherHash.Of(watcher.Subscriber, watcher.Rule) == owner;

    private static LevelRange UpTo(double value) => new(0, Level.Of(value).Units + 1);

    private static IEnumerable<Target> TargetsOf(MarketEvent fired, Catalog catalog)
    {
        var own = Target.Parse(fired.Target);
        return own.IsBasket || fired.News is not null
            ? [own]
            : catalog.BasketsOf(Symbol.Parse(own.Name)).Select(basket => Target.OfAnyIn(basket.Name)).Prepend(own);
    }
}
