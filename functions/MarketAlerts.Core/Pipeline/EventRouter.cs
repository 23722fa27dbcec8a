using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>
/// Routes what was detected: finds the rules that fire, opens or updates incidents, files one item per subscriber and message, asks for the flush of their
/// buckets. A crash anywhere routes the message again: incidents know the events they took, items are filed once, a wake-up twice does no harm.
/// </summary>
public sealed class EventRouter(
    MarketClock clock,
    ICatalogStore catalogs,
    WatcherFinder finder,
    IncidentDesk desk,
    NewsGate gate,
    IRecipientStore recipients,
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
        var turns = message.Turns ?? [];
        var (filing, news) = await desk.ApplyAsync(
            [.. IncidentsOf(routed, turns, catalog)],
            sheet => Apply(sheet, routed, turns, catalog),
            cancellationToken
        );
        await AddToldAsync(filing, news, cancellationToken);
        await FileAsync(messageId, filing, cancellationToken);
        await gate.ForgetAsync([.. routed.SelectMany(next => next.Released)], cancellationToken);
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
                var passed = await gate.PassAsync(next, fired[index], cancelled);
                routed[index] = new RoutedEvent(
                    next,
                    await ClaimAsync(messageId, passed, cancelled),
                    await ReleasedByAsync(messageId, next, cancelled)
                );
            }
        );
        return routed;
    }

    /// <summary>Leaves out the <c>once</c> rules that fired for another message; claimed before filing, so a redelivery of this one fires them again.</summary>
    private async Task<IReadOnlyList<Watcher>> ClaimAsync(
        string messageId,
        IReadOnlyList<Watcher> fired,
        CancellationToken cancellationToken
    )
    {
        var claimed = new List<Watcher>(fired.Count);
        foreach (var watcher in fired)
        {
            if (!watcher.Terms.Once || await recipients.ClaimOnceAsync(watcher.Subscriber, watcher.Rule, messageId, cancellationToken))
            {
                claimed.Add(watcher);
            }
        }

        return claimed;
    }

    /// <summary>The rules that waited for these news: their figures fired earlier, so the news is what makes them true.</summary>
    private async Task<IReadOnlyList<AwaitingNews>> ReleasedByAsync(string messageId, MarketEvent next, CancellationToken cancellationToken)
    {
        var released = new List<AwaitingNews>();
        foreach (var rule in await gate.ReleasedByAsync(next, cancellationToken))
        {
            if (!rule.Once || await recipients.ClaimOnceAsync(rule.Subscriber, rule.Rule, messageId, cancellationToken))
            {
                released.Add(rule);
            }
        }

        return released;
    }

    private static IEnumerable<(DateOnly Session, string Id)> IncidentsOf(
        IEnumerable<RoutedEvent> routed,
        IEnumerable<IncidentTurn> turns,
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
                yield return (next.Session, IncidentSheet.MemberOf(basket.Name, next));
            }

            foreach (var rule in released)
            {
                yield return (rule.Evidence.Session, Incident.IdOf(rule.Evidence));
            }
        }

        foreach (var turn in turns)
        {
            yield return (turn.Session, turn.Incident);
        }
    }

    /// <summary>The baskets whose incidents a symbol's event enters; a late rule's event is its owner's alone.</summary>
    private static IEnumerable<Basket> BasketsOf(MarketEvent next, Catalog catalog) =>
        next is { Symbol: { } reading, LateWatcher: null } ? catalog.BasketsOf(Symbol.Parse(reading.Symbol)) : [];

    private static (Filing Filing, IReadOnlyList<IncidentNews> News) Apply(
        IncidentSheet sheet,
        IReadOnlyList<RoutedEvent> routed,
        IReadOnlyList<IncidentTurn> turns,
        Catalog catalog
    )
    {
        var (filing, news) = (new Filing(), new List<IncidentNews>());
        foreach (var (next, fired, released) in routed)
        {
            if (fired.Count > 0)
            {
                var (incident, change) = sheet.ApplyOwn(next);
                filing.AddRules(incident, next, fired);
                Note(news, incident, change, next.MarketTime, next.SeenAt);
            }

            foreach (var basket in BasketsOf(next, catalog))
            {
                if (sheet.ApplyMember(basket.Name, next) is { } applied)
                {
                    Note(news, applied.Incident, applied.Change, next.MarketTime, next.SeenAt);
                }
            }

            foreach (var rule in released)
            {
                filing.AddReleased(sheet.ApplyOwn(rule.Evidence).Incident, rule, next);
            }
        }

        foreach (var turn in turns)
        {
            if (sheet.ApplyTurn(turn) is { } applied)
            {
                Note(news, applied.Incident, applied.Change, turn.MarketTime, turn.SeenAt);
            }
        }

        return (filing, news);
    }

    private static void Note(
        List<IncidentNews> news,
        Incident incident,
        IncidentChange change,
        DateTimeOffset marketTime,
        DateTimeOffset seenAt
    )
    {
        if (change.IsWorthTelling && incident.News is null)
        {
            news.Add(new IncidentNews(incident, KindOf(change), change.NewlyNotable, marketTime, seenAt));
        }
    }

    private static EntryKind KindOf(IncidentChange change) =>
        change switch
        {
            { Escalated: true } => EntryKind.Escalated,
            { Told: IncidentStep.Recovered } => EntryKind.Recovered,
            { Told: IncidentStep.Reopened } => EntryKind.Reopened,
            { Told: IncidentStep.Corrected } => EntryKind.Corrected,
            { Told: IncidentStep.Carried } => EntryKind.CloseOfDay,
            { Told: IncidentStep.Continued or IncidentStep.Closed } => EntryKind.NextSession,
            _ => EntryKind.MemberNotable,
        };

    private async Task AddToldAsync(Filing filing, IReadOnlyList<IncidentNews> news, CancellationToken cancellationToken)
    {
        foreach (var incident in news.GroupBy(change => change.Incident.Id))
        {
            foreach (var reader in await recipients.LoadToldAsync(incident.Key, cancellationToken))
            {
                foreach (var change in incident.Where(change => change.Concerns(reader.Following)))
                {
                    filing.AddChange(reader.Subscriber, change);
                }
            }
        }
    }

    private async Task FileAsync(string messageId, Filing filing, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var items = filing
            .Entries.Select(pair => new DeliveryItem(pair.Key.Text, messageId, wait.DueFrom(now, pair.Value), pair.Value))
            .ToArray();
        await recipients.FileAsync(messageId, items, cancellationToken);

        var (filed, buckets) = (clock.Now, await recipients.BucketsAsync(cancellationToken));
        var moments = items.Select(item => (Bucket: buckets.Of(item.Subscriber), item.Due)).Distinct().Order();
        await publisher.PublishAsync(
            [.. moments.Select(moment => WakeUp.For(moment.Bucket, moment.Due, filed, messageId))],
            cancellationToken
        );
    }
}
