using MarketAlerts.Core.Deliveries.Storms;
using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Deliveries;

/// <summary>Chooses the one message that goes out of all that a subscriber would be told now, and its thread. Pure.</summary>
/// <param name="options">Limits.</param>
internal sealed class MessagePlanner(DeliveryOptions options)
{
    private const int FewestWide = 5;

    /// <summary>What waits behind a message is due this much later, at once by <see cref="Waiting.IsDue"/>: a row of its own.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromSeconds(1);

    private readonly StormFinder _storms = new(options);

    /// <summary>
    /// What goes out in one message: what stands for itself, else a storm, else how the day ended. Each waits a moment for what is before
    /// it.
    /// </summary>
    public FlushPlan Plan(
        List<TakenItem> all,
        SubscriberHistory history,
        IReadOnlyDictionary<string, Incident> incidents,
        Catalog catalog,
        DateTimeOffset now
    )
    {
        var (going, closes) = TakenItems.PartOff(all, told => told.Telling is Telling.Close, now + Behind, DeliveryReason.Company);
        if (going.Count is 0)
        {
            return ClosePlan.Find(all, history, incidents, now) ?? FlushPlanner.Nothing(closes.Select(ToldBefore));
        }

        var nested = NestedBaskets.Find(going.SelectMany(taken => taken.Told), history, incidents, catalog);
        if (FollowsUntil(going, nested) is { } follows && follows > now)
        {
            var (_, later) = TakenItems.PartOff(going, _ => true, follows, DeliveryReason.Nested);
            return FlushPlanner.Nothing([.. closes, .. later]);
        }

        var plan =
            !IsGathered(going) && _storms.Find(going.SelectMany(taken => taken.Told), history, incidents, catalog, now) is { } storm
                ? OfAStorm(storm, going, closes.Count > 0, now, Sent, () => ClosePlan.Find(all, history, incidents, now), incidents)
                : Sent(going);
        return plan.Kind is MailKind.CloseOfDay
            ? plan
            : plan with
            {
                Held = [.. closes, .. plan.Held],
                HasMore = plan.Sends && (plan.HasMore || closes.Count > 0 || TakenItems.HaveRest(going, now + Behind)),
            };

        FlushPlan Sent(List<TakenItem> items) => Send(items, nested, history, incidents, catalog);
    }

    /// <summary>
    /// What goes out while a storm is on: what stands out, else the storm where it is due; what is left of it at the close goes with that.
    /// </summary>
    private static FlushPlan OfAStorm(
        Storm storm,
        List<TakenItem> going,
        bool isClose,
        DateTimeOffset now,
        Func<List<TakenItem>, FlushPlan> send,
        Func<FlushPlan?> close,
        IReadOnlyDictionary<string, Incident> incidents
    )
    {
        var until = storm.Due > now && !isClose ? storm.Due : now + Behind;
        var (others, stormy) = TakenItems.PartOff(going, storm.Belongs.Contains, until, DeliveryReason.Storm);
        return others.Count > 0 ? send(others) with { Held = stormy, HasMore = until <= now + Behind }
            : storm.Due <= now ? StormPlan.Plan(storm, going, incidents)
            : !isClose ? FlushPlanner.Nothing(stormy)
            : close() ?? StormPlan.Plan(storm, going, incidents);
    }

    /// <summary>Until when a basket that is nested with one that was told waits for a message to be a line of.</summary>
    private DateTimeOffset? FollowsUntil(List<TakenItem> going, IReadOnlyDictionary<string, Incident> nested) =>
        going.TrueForAll(taken => taken.Told.All(told => nested.ContainsKey(told.Entry.IncidentId)))
            ? going.SelectMany(taken => taken.Entries).Min(entry => entry.SeenAt).AddMinutes(options.MemberUpdateWaitMinutes)
            : null;

    private static HeldItem ToldBefore(HeldItem close) =>
        new(close.Row, null, DeliveryReason.ToldAlready, "How the day ended was told already.");

    /// <summary>What was told, is over and was not said to be: of the sessions that something is told of now.</summary>
    private static Incident[] OverOf(List<TakenItem> going, SubscriberHistory history, IReadOnlyDictionary<string, Incident> incidents)
    {
        var named = going.SelectMany(taken => taken.Entries).Select(entry => (entry.IncidentId, entry.Session)).ToArray();
        return
        [
            .. incidents
                .Values.Where(incident =>
                    incident is { State: IncidentState.Recovered, News: null }
                    && Array.Exists(named, next => next.Session == incident.Session)
                    && !Array.Exists(named, next => next.IncidentId == incident.Id)
                    && history.Threads.Any(thread =>
                        thread.IsOf(incident) && thread.Find(incident.Direction) is not null && !thread.Has(Telling.Over)
                    )
                )
                .OrderBy(incident => incident.Id, StringComparer.Ordinal),
        ];
    }

    private static FlushPlan Send(
        List<TakenItem> going,
        IReadOnlyDictionary<string, Incident> nested,
        SubscriberHistory history,
        IReadOnlyDictionary<string, Incident> incidents,
        Catalog catalog
    )
    {
        ToldEntry[] told = [.. going.SelectMany(taken => taken.Told)];
        var named = told.Select(next => next.Entry.IncidentId)
            .Distinct()
            .Where(incidents.ContainsKey)
            .Select(id => incidents[id])
            .ToArray();
        var carried = named
            .Concat(ToldIncidentsOf(named, history, incidents).Where(wider => wider.News is not null || WidthOf(wider, catalog) > 1))
            .Concat(nested.Values)
            .Distinct()
            .OrderByDescending(incident => RankOf(incident, told, nested, incidents))
            .ThenByDescending(incident => WidthOf(incident, catalog))
            .ThenBy(incident => incident.Id, StringComparer.Ordinal)
            .ToArray();
        if (carried.Length is 0)
        {
            return NoticePlan.Plan(going);
        }

        var gathered = IsGathered(going);
        var kind = gathered ? MailKind.Digest : KindOf(carried[0], told, history);
        return new FlushPlan([], going, carried, kind, gathered ? HoldWording.Gathered(going) : ReasonWording.Explain(told, kind))
        {
            Over = OverOf(going, history, incidents),
            LastPrices = history.Threads.FirstOrDefault(thread => thread.IsOf(carried[0]))?.Prices ?? [],
        };
    }

    /// <summary>Whether all of it waited by a choice of its subscriber: then it is told as a digest, whatever it is.</summary>
    private static bool IsGathered(List<TakenItem> going) =>
        going.TrueForAll(taken =>
            taken.Row.Hold is DeliveryReason.Digest or DeliveryReason.Cap or DeliveryReason.Vacation or DeliveryReason.Snooze
        );

    /// <summary>
    /// A message belongs to what the subscriber's own severest alert is about. A wider incident ranks with what is told within it; how the
    /// next session goes on after what is new.
    /// </summary>
    private static int RankOf(
        Incident incident,
        ToldEntry[] told,
        IReadOnlyDictionary<string, Incident> nested,
        IReadOnlyDictionary<string, Incident> incidents
    ) =>
        told.Where(next =>
                (next.Entry.IncidentId == incident.Id && !nested.ContainsKey(incident.Id))
                || nested.GetValueOrDefault(next.Entry.IncidentId) == incident
                || (incidents.TryGetValue(next.Entry.IncidentId, out var single) && IsPartOf(single, incident))
            )
            .Select(next => next.Telling is Telling.NextSession ? -1 : (int)next.Entry.Severity)
            .DefaultIfEmpty(-1)
            .Max();

    private static MailKind KindOf(Incident lead, ToldEntry[] told, SubscriberHistory history)
    {
        var own = told.Where(next => next.Entry.IncidentId == lead.Id).Select(next => next.Telling).ToArray();
        if (!history.Threads.Any(thread => thread.IsOf(lead)))
        {
            return MailKind.Opened;
        }

        return own.Length is 0
            ? MailKind.Update
            : own.Min() switch
            {
                Telling.Corrected => MailKind.Corrected,
                Telling.Opened => MailKind.Opened,
                Telling.Severe => MailKind.Escalated,
                Telling.Reversed => MailKind.Reversed,
                Telling.Undone => MailKind.Undone,
                Telling.SecondLeg or Telling.SevereSecondLeg => MailKind.SecondLeg,
                Telling.Worse => MailKind.Worse,
                Telling.Resumed => MailKind.Resumed,
                Telling.Over => MailKind.Recovered,
                Telling.NextSession => MailKind.NextSession,
                _ => MailKind.Update,
            };
    }

    /// <summary>
    /// A single stock's alert folds into the incident of a basket that the subscriber was told of and that counts it as a member; news of a
    /// stock into any such incident that the stock is in.
    /// </summary>
    private static IEnumerable<Incident> ToldIncidentsOf(
        Incident[] named,
        SubscriberHistory history,
        IReadOnlyDictionary<string, Incident> incidents
    )
    {
        var told = history.Told.Select(told => told.Incident).Where(incidents.ContainsKey).Select(id => incidents[id]);
        return told.Where(incident => named.Any(single => IsPartOf(single, incident)));
    }

    /// <summary>Whether an incident is a part of a wider one.</summary>
    internal static bool IsPartOf(Incident single, Incident wider) =>
        single.Target.Symbol is { } symbol
        && single.Session == wider.Session
        && single.Id != wider.Id
        && wider.Find(symbol) is not null
        && (single.News is not null || (wider.Target.IsBasket && single.Direction == wider.Direction));

    /// <summary>A basket of a few names is no wider than one of them.</summary>
    private static int WidthOf(Incident incident, Catalog catalog) =>
        incident.Target.IsBasket && catalog.Baskets.TryGetValue(incident.Target.Name, out var basket) && basket.Members.Count >= FewestWide
            ? basket.Members.Count
            : 1;
}
