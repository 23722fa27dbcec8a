using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Routing;

/// <summary>
/// Routes what was detected: finds the rules that fire, opens or updates incidents, files one item per subscriber and message, asks for the
/// flush of their buckets. A crash anywhere routes the message again: incidents know the events they took, items are filed once, a flush
/// request twice does no harm.
/// </summary>
public sealed class EventRouter(
    MarketClock clock,
    ICatalogStore catalogs,
    SubscriptionMatcher finder,
    IncidentUpdater updater,
    AndNewsFilter filter,
    ISubscriberStore subscribers,
    GroupWait wait,
    IMessagePublisher publisher
)
{
    private const int ParallelReads = 16;

    /// <summary>Routes the events and steps of one message.</summary>
    public async Task RouteAsync(string messageId, MarketEvents message, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.LoadAsync(cancellationToken);
        var routed = await FindAsync(messageId, message.Events, catalog, cancellationToken);
        var transitions = message.Transitions ?? [];
        var (batch, news) = await updater.ApplyAsync(
            [.. IncidentsOf(routed, transitions, catalog)],
            updates => Apply(updates, routed, transitions, catalog),
            cancellationToken
        );
        await AddToldAsync(batch, news, cancellationToken);
        await FileAsync(messageId, batch, cancellationToken);
        await filter.ForgetAsync([.. routed.SelectMany(next => next.Released)], cancellationToken);
    }

    /// <summary>Finds what each event fires; what a rule's terms ask for is looked up for several at the same time.</summary>
    private async Task<RoutedEvent[]> FindAsync(
        string messageId,
        IReadOnlyList<MarketEvent> events,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var fired = await finder.FiredByAsync(events, catalog, cancellationToken);
        var routed = new RoutedEvent[events.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken };
        await Parallel.ForAsync(
            0,
            events.Count,
            parallel,
            async (index, cancelled) =>
            {
                var next = events[index];
                var passed = await filter.PassAsync(next, fired[index], cancelled);
                routed[index] = new RoutedEvent(
                    next,
                    await ClaimAsync(messageId, passed, cancelled),
                    await ReleasedByAsync(messageId, next, cancelled)
                );
            }
        );
        return routed;
    }

    /// <summary>
    /// Leaves out the <c>once</c> rules that fired for another message; claimed before filing, so a redelivery of this one fires them
    /// again.
    /// </summary>
    private async Task<IReadOnlyList<Subscription>> ClaimAsync(
        string messageId,
        IReadOnlyList<Subscription> fired,
        CancellationToken cancellationToken
    )
    {
        var claimed = new List<Subscription>(fired.Count);
        foreach (var subscription in fired)
        {
            if (
                !subscription.Terms.Once
                || await subscribers.ClaimOnceAsync(subscription.Subscriber, subscription.Rule, messageId, cancellationToken)
            )
            {
                claimed.Add(subscription);
            }
        }

        return claimed;
    }

    /// <summary>The rules that waited for these news: their figures fired earlier, so the news is what makes them true.</summary>
    private async Task<IReadOnlyList<AwaitingNews>> ReleasedByAsync(string messageId, MarketEvent next, CancellationToken cancellationToken)
    {
        var released = new List<AwaitingNews>();
        foreach (var rule in await filter.ReleasedByAsync(next, cancellationToken))
        {
            if (!rule.Rule.Terms.Once || await subscribers.ClaimOnceAsync(rule.Subscriber, rule.Rule, messageId, cancellationToken))
            {
                released.Add(rule);
            }
        }

        return released;
    }

    private static IEnumerable<(DateOnly Session, string Id)> IncidentsOf(
        IEnumerable<RoutedEvent> routed,
        IEnumerable<ProposedTransition> transitions,
        Catalog catalog
    )
    {
        foreach (var (next, fired, released) in routed)
        {
            if (fired.Count > 0)
            {
                yield return (next.Session, Incident.IdOf(next));
            }

            foreach (var basket in BasketsOf(next, catalog))
            {
                yield return (next.Session, IncidentBatch.MemberOf(basket.Name, next));
            }

            foreach (var rule in released)
            {
                yield return (rule.Evidence.Session, Incident.IdOf(rule.Evidence));
            }
        }

        foreach (var transition in transitions)
        {
            yield return (transition.Session, transition.Incident);
        }
    }

    /// <summary>The baskets whose incidents a symbol's event enters; a late rule's event is its subscriber's alone.</summary>
    private static IEnumerable<Basket> BasketsOf(MarketEvent next, Catalog catalog) =>
        next is { Symbol: { } reading, LateSubscription: null } ? catalog.BasketsOf(reading.Symbol) : [];

    private static (AlertBatch Batch, IReadOnlyList<IncidentAnnouncement> News) Apply(
        IncidentBatch updates,
        IReadOnlyList<RoutedEvent> routed,
        IReadOnlyList<ProposedTransition> transitions,
        Catalog catalog
    )
    {
        var (batch, news) = (new AlertBatch(), new List<IncidentAnnouncement>());
        foreach (var (next, fired, released) in routed)
        {
            if (fired.Count > 0)
            {
                var (incident, change) = updates.ApplyOwn(next);
                batch.AddRules(incident, next, fired);
                Note(news, incident, change, next.MarketTime, next.SeenAt);
            }

            foreach (var basket in BasketsOf(next, catalog))
            {
                if (updates.ApplyMember(basket.Name, next) is { } applied)
                {
                    Note(news, applied.Incident, applied.Change, next.MarketTime, next.SeenAt);
                }
            }

            foreach (var rule in released)
            {
                batch.AddReleased(updates.ApplyOwn(rule.Evidence).Incident, rule, next);
            }
        }

        news.AddRange(Take(updates, transitions));
        return (batch, news);
    }

    private static List<IncidentAnnouncement> Take(IncidentBatch updates, IReadOnlyList<ProposedTransition> transitions)
    {
        var news = new List<IncidentAnnouncement>();
        foreach (var transition in transitions)
        {
            if (updates.ApplyTransition(transition) is { } applied)
            {
                Note(news, applied.Incident, applied.Change, transition.MarketTime, transition.SeenAt);
            }
        }

        return news;
    }

    private static void Note(
        List<IncidentAnnouncement> news,
        Incident incident,
        IncidentChange change,
        DateTimeOffset marketTime,
        DateTimeOffset seenAt
    )
    {
        if (change.IsWorthTelling && incident.News is null)
        {
            news.Add(IncidentAnnouncement.From(incident, change, marketTime, seenAt));
        }
    }

    private async Task AddToldAsync(AlertBatch batch, IReadOnlyList<IncidentAnnouncement> news, CancellationToken cancellationToken)
    {
        foreach (var incident in news.GroupBy(change => change.Incident.Id))
        {
            foreach (var subscriber in await subscribers.LoadToldAsync(incident.Key, cancellationToken))
            {
                foreach (var change in incident.Where(change => change.Concerns(subscriber.Following)))
                {
                    batch.AddChange(subscriber.Subscriber, change);
                }
            }
        }
    }

    private async Task FileAsync(string messageId, AlertBatch batch, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var items = batch
            .Entries.Select(pair => new DeliveryItem(pair.Key, messageId, wait.DueFrom(now, pair.Value), pair.Value))
            .ToArray();
        await subscribers.FileAsync(messageId, items, cancellationToken);

        var (filed, buckets) = (clock.Now, await subscribers.BucketsAsync(cancellationToken));
        var moments = items.Select(item => (Bucket: buckets.BucketOf(item.Subscriber), item.Due)).Distinct().Order();
        await publisher.PublishAsync(
            [.. moments.Select(moment => FlushRequest.For(moment.Bucket, moment.Due, filed, messageId))],
            cancellationToken
        );
    }
}
