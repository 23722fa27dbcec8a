using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Routing;

/// <summary>
/// Routes what was detected: finds the rules that fire, opens or updates incidents, files one item per subscriber and message, asks for the
/// flush of their buckets. A crash anywhere routes the message again: incidents know the events they took, items are filed once, a flush
/// request twice does no harm.
/// </summary>
public sealed class EventRouter(ICatalogStore catalogs, FiringRules rules, IncidentUpdater updater, AlertBatchWriter writer)
{
    /// <summary>Routes the events and steps of one message.</summary>
    public async Task RouteAsync(string messageId, MarketEvents message, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.LoadAsync(cancellationToken);
        var routed = await rules.FindAsync(messageId, message.Events, catalog, cancellationToken);
        var transitions = message.Transitions ?? [];
        var (batch, news) = await updater.ApplyAsync(
            [.. IncidentsOf(routed, transitions, catalog)],
            updates => Apply(updates, routed, transitions, catalog),
            cancellationToken
        );
        await writer.AddToldAsync(batch, news, cancellationToken);
        await writer.FileAsync(messageId, batch, cancellationToken);
        await rules.ForgetAsync([.. routed.SelectMany(next => next.Released)], cancellationToken);
    }

    private static IEnumerable<(DateOnly Session, string Id)> IncidentsOf(
        IEnumerable<RoutedEvent> routed,
        IEnumerable<ProposedTransition> transitions,
        Catalog catalog
    )
    {
        foreach (var (next, fired, released) in routed)
        {
            if (fired.Count > 0 || IsOfAll(next))
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

    /// <summary>Whether an event is evidence for everybody: figures that are no late rule's.</summary>
    private static bool IsOfAll(MarketEvent next) => next is { News: null, LateSubscription: null };

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
                Note(news, incident, change, IncidentAnnouncement.From(incident, change, next));
            }
            else if (IsOfAll(next) && updates.RenewOwn(next) is { } renewed)
            {
                Note(news, renewed.Incident, renewed.Change, IncidentAnnouncement.From(renewed.Incident, renewed.Change, next));
            }

            foreach (var basket in BasketsOf(next, catalog))
            {
                if (updates.ApplyMember(basket.Name, next) is { } applied)
                {
                    Note(news, applied.Incident, applied.Change, IncidentAnnouncement.From(applied.Incident, applied.Change, next));
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
                Note(news, applied.Incident, applied.Change, IncidentAnnouncement.From(applied.Incident, applied.Change, transition));
            }
        }

        return news;
    }

    private static void Note(List<IncidentAnnouncement> news, Incident incident, IncidentChange change, IncidentAnnouncement announcement)
    {
        if (change.IsWorthTelling && (incident.News is null || announcement.Kind is EntryKind.CloseOfDay))
        {
            news.Add(announcement);
        }
    }
}
