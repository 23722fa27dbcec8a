using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>
/// Routes what was detected: opens or updates incidents, finds the watchers, files one item per subscriber and message, asks for the flush of their
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
    IMessagePublisher publisher)
{
    /// <summary>Routes the events of one message.</summary>
    public async Task RouteAsync(string messageId, MarketEvents message, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.LoadAsync(cancellationToken);
        var filing = new SortedDictionary<SubscriberId, List<AlertEntry>>();
        var released = new List<AwaitingNews>();
        foreach (var next in message.Events)
        {
            if (next.Metric is MetricId.Recovery)
            {
                await desk.ApplyRecoveryAsync(next, cancellationToken);
                continue;
            }

            await RouteOwnAsync(messageId, next, catalog, filing, cancellationToken);
            await RouteToBasketsAsync(next, catalog, filing, cancellationToken);
            released.AddRange(await ReleaseAsync(messageId, next, filing, cancellationToken));
        }

        await FileAsync(messageId, filing, cancellationToken);
        await gate.ForgetAsync(released, cancellationToken);
    }

    private async Task RouteOwnAsync(
        string messageId, MarketEvent next, Catalog catalog, SortedDictionary<SubscriberId, List<AlertEntry>> filing, CancellationToken cancellationToken)
    {
        var passed = await gate.PassAsync(next, await finder.FiredByAsync(next, catalog, cancellationToken), cancellationToken);
        var fired = await ClaimAsync(messageId, passed, cancellationToken);
        if (fired.Count is 0)
        {
            return;
        }

        var (incident, change) = await desk.ApplyOwnAsync(next, cancellationToken);
        foreach (var rules in fired.GroupBy(watcher => watcher.Subscriber))
        {
            File(filing, rules.Key, EntryOf(EntryKind.Rule, incident, next, rules.Select(watcher => watcher.Rule).Distinct(), SymbolsOf(next)));
        }

        if (next.Basket is not null && change.IsWorthTelling)
        {
            await FileUpdateAsync(incident, change, next, filing, cancellationToken);
        }
    }

    /// <summary>Leaves out the <c>once</c> rules that fired for another message; claimed before filing, so a redelivery of this one fires them again.</summary>
    private async Task<IReadOnlyList<Watcher>> ClaimAsync(string messageId, IReadOnlyList<Watcher> fired, CancellationToken cancellationToken)
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

    /// <summary>Files the rules that waited for these news: their figures fired earlier, so the news is what makes them true.</summary>
    private async Task<IReadOnlyList<AwaitingNews>> ReleaseAsync(
        string messageId, MarketEvent next, SortedDictionary<SubscriberId, List<AlertEntry>> filing, CancellationToken cancellationToken)
    {
        var waiting = await gate.ReleasedByAsync(next, cancellationToken);
        foreach (var rule in waiting)
        {
            if (!rule.Once || await recipients.ClaimOnceAsync(rule.Subscriber, rule.Rule, messageId, cancellationToken))
            {
                var (incident, _) = await desk.ApplyOwnAsync(rule.Evidence, cancellationToken);
                var entry = EntryOf(EntryKind.Rule, incident, rule.Evidence, [rule.Rule], SymbolsOf(rule.Evidence));
                File(filing, rule.Subscriber, entry with { MarketTime = next.MarketTime, SeenAt = next.SeenAt });
            }
        }

        return waiting;
    }

    private async Task RouteToBasketsAsync(
        MarketEvent next, Catalog catalog, SortedDictionary<SubscriberId, List<AlertEntry>> filing, CancellationToken cancellationToken)
    {
        if (next.Symbol is not { } reading || next.LateWatcher is not null)
        {
            return;
        }

        foreach (var basket in catalog.BasketsOf(Symbol.Parse(reading.Symbol)))
        {
            var applied = await desk.ApplyMemberAsync(basket.Name, reading.Direction, next, cancellationToken);
            if (applied is { Change.IsWorthTelling: true } update)
            {
                await FileUpdateAsync(update.Incident, update.Change, next, filing, cancellationToken);
            }
        }
    }

    /// <summary>Files what those already told of a basket's incident hear of it: a rise in severity, members that became notable.</summary>
    private async Task FileUpdateAsync(
        Incident incident, IncidentChange change, MarketEvent next, SortedDictionary<SubscriberId, List<AlertEntry>> filing, CancellationToken cancellationToken)
    {
        var followers = await finder.FollowersOfAsync(incident, cancellationToken);
        var kind = change.Escalated ? EntryKind.Escalated : EntryKind.MemberNotable;
        foreach (var follower in followers)
        {
            File(filing, follower, EntryOf(kind, incident, next, [], change.NewlyNotable));
        }
    }

    private async Task FileAsync(string messageId, SortedDictionary<SubscriberId, List<AlertEntry>> filing, CancellationToken cancellationToken)
    {
        var wakeUps = new SortedSet<(string Bucket, DateTimeOffset Due)>();
        foreach (var (subscriber, entries) in filing)
        {
            var due = clock.Now + wait.Of(entries);
            await recipients.FileAsync(new DeliveryItem(subscriber.Text, messageId, due, entries), cancellationToken);
            wakeUps.Add((recipients.BucketOf(subscriber), due));
        }

        foreach (var (bucket, due) in wakeUps)
        {
            var id = MessageId.OfWakeUp(bucket, due);
            var content = MessageCodec.Write(new DueBucket(bucket), id, due);
            await publisher.PublishAsync(new OutgoingMessage(QueueNames.Deliveries, id, content, due), cancellationToken);
        }
    }

    private static void File(SortedDictionary<SubscriberId, List<AlertEntry>> filing, SubscriberId subscriber, AlertEntry entry)
    {
        if (!filing.TryGetValue(subscriber, out var entries))
        {
            filing[subscriber] = entries = [];
        }

        entries.Add(entry);
    }

    private static AlertEntry EntryOf(EntryKind kind, Incident incident, MarketEvent next, IEnumerable<string> rules, IEnumerable<string> symbols) =>
        new(kind, incident.Id, incident.Session, [.. rules], [.. symbols], SeverityOf(incident, next), next.MarketTime, next.SeenAt);

    /// <summary>A member's event is as severe as the member; a basket's as severe as the incident.</summary>
    private static Severity SeverityOf(Incident incident, MarketEvent next) =>
        next.Symbol is { } symbol ? (Severity)symbol.Tier : incident.Severity;

    private static IEnumerable<string> SymbolsOf(MarketEvent next) => next.Symbol is { } symbol ? [symbol.Symbol] : [];
}
