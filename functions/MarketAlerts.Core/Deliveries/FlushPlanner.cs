using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Deliveries;

/// <summary>
/// The subscriber side's decision: of all that waits for a subscriber, what goes out now in one message, what is held and why. Pure:
/// profile, items, what was told before, incidents and the time arrive as arguments.
/// </summary>
/// <param name="options">Limits.</param>
/// <param name="holds">What the subscriber's choices hold back.</param>
public sealed class FlushPlanner(DeliveryOptions options, SubscriberHolds holds)
{
    /// <summary>Decides.</summary>
    public FlushPlan Plan(Mailbox mailbox, IReadOnlyDictionary<string, Incident> incidents, Catalog catalog, DateTimeOffset now)
    {
        if (mailbox.Subscriber is not { Unsubscribed: false } subscriber)
        {
            var reason = mailbox.Subscriber is null ? "The subscriber is gone." : "Unsubscribed.";
            return Nothing(mailbox.Items.Select(item => new HeldItem(item, null, DeliveryReason.Unsubscribed, reason)));
        }

        var (held, going) = Part(subscriber, mailbox, incidents, now);
        if (going.Count is 0)
        {
            return Nothing(held);
        }

        if (GatheredUntil(going) is { } gathered && gathered > now)
        {
            return Nothing([
                .. held,
                .. going.Select(taken => new HeldItem(taken.Row, gathered, DeliveryReason.MemberWait, "Gathered with other members.")),
            ]);
        }

        var plan = going.TrueForAll(IsSurplus)
            ? Nothing(going.Select(taken => new HeldItem(taken.Row, null, DeliveryReason.UpdateLimit, Surplus())))
            : Send(going, mailbox, incidents, catalog);
        var limited = Limit(plan, subscriber, mailbox, now);
        return limited with { Held = [.. held, .. limited.Held] };

        bool IsSurplus(TakenItem taken) =>
            taken.Entries.All(entry =>
                entry.Kind is EntryKind.MemberNotable
                && mailbox.History.Find(entry.IncidentId)?.MemberUpdates >= options.MemberUpdatesPerSession
            );
    }

    /// <summary>Members that become notable are gathered, unless something else goes out with them.</summary>
    private DateTimeOffset? GatheredUntil(List<TakenItem> going) =>
        going.TrueForAll(taken => taken.Entries.All(entry => entry.Kind is EntryKind.MemberNotable))
            ? going.SelectMany(taken => taken.Entries).Min(entry => entry.SeenAt).AddMinutes(options.MemberUpdateWaitMinutes)
            : null;

    private static FlushPlan Nothing(IEnumerable<HeldItem> held) => new([.. held], [], [], MailKind.Opened, "");

    private string Surplus() =>
        $"Already {options.MemberUpdatesPerSession} updates of this incident today: kept in the ledger, not mailed.";

    /// <summary>Parts what waits into what a choice of the subscriber holds, what needs no telling, and what may go.</summary>
    private (List<HeldItem> Held, List<TakenItem> Going) Part(
        Subscriber subscriber,
        Mailbox mailbox,
        IReadOnlyDictionary<string, Incident> incidents,
        DateTimeOffset now
    )
    {
        var (held, going) = (new List<HeldItem>(), new List<TakenItem>());
        var wakes = IsWoken(subscriber, mailbox, now);
        foreach (var row in mailbox.Items)
        {
            var item = row.Item!;
            var fresh = item.Entries.Where(entry => StaleTelling.Judge(entry, mailbox.History, incidents) is null).ToArray();
            if (fresh.Length is 0)
            {
                var (reason, text) = StaleTelling.Judge(item.Entries[0], mailbox.History, incidents)!.Value;
                held.Add(new HeldItem(row, null, reason, text));
                continue;
            }

            var byHold = fresh.ToLookup(entry => holds.Find(subscriber, entry, item.Due, now, wakes));
            AlertEntry[] goes = [.. byHold[null]];
            var waits = byHold.Where(group => group.Key is not null).OrderBy(group => group.Key!.Value.Until).ToArray();
            if (goes.Length is 0)
            {
                var (hold, until) = waits[0].Key!.Value;
                held.Add(new HeldItem(row, until, hold, HoldWording.Explain(hold)));
                continue;
            }

            going.Add(new TakenItem(row, goes) { Rest = RestOf(row, item, waits) });
        }

        return (held, going);
    }

    /// <summary>Whether something severe comes through the quiet hours: then everything else that waits comes with it.</summary>
    private bool IsWoken(Subscriber subscriber, Mailbox mailbox, DateTimeOffset now) =>
        subscriber.QuietHours is { SeverePasses: true }
        && mailbox
            .Items.Select(row => row.Item!)
            .Any(item =>
                item.Entries.Any(entry =>
                    entry.Severity is Severity.Severe && holds.Find(subscriber, entry, item.Due, now, wakes: true) is null
                )
            );

    /// <summary>What of an item waits on when the rest of it goes, until the first of its holds ends; null for nothing.</summary>
    private static Waiting? RestOf(
        Waiting row,
        DeliveryItem item,
        IGrouping<(DeliveryReason Hold, DateTimeOffset Until)?, AlertEntry>[] waits
    ) =>
        waits.Length is 0
            ? null
            : row with
            {
                Due = waits[0].Key!.Value.Until,
                Hold = waits[0].Key!.Value.Hold,
                Item = item with { Entries = [.. waits.SelectMany(group => group)] },
            };

    /// <summary>Finds the addresses, and holds all of it back where none is open or a cap is reached.</summary>
    private static FlushPlan Limit(FlushPlan plan, Subscriber subscriber, Mailbox mailbox, DateTimeOffset now)
    {
        if (!plan.Sends)
        {
            return plan;
        }

        var to = OpenAddresses(plan, subscriber);
        if (to.Length is 0)
        {
            const string NoneOpen = "No open address takes messages of this severity.";
            return HoldAll(plan, taken => new HeldItem(taken.Row, null, DeliveryReason.NoAddress, NoneOpen));
        }

        var severe = plan.Entries.Any(entry => entry.Severity is Severity.Severe);
        if (plan.Kind is not MailKind.Notice && SubscriberHolds.CappedUntil(subscriber, mailbox.History.Messages, severe, now) is { } cap)
        {
            var reason = $"You take {cap.Which}: this waits for the next one that may go.";
            return HoldAll(plan, taken => new HeldItem(taken.Row, cap.Until, DeliveryReason.Cap, reason));
        }

        return plan with
        {
            To = to,
        };
    }

    private static ChannelAddress[] OpenAddresses(FlushPlan plan, Subscriber subscriber)
    {
        var severity = plan.Kind is MailKind.Notice ? Severity.Severe : plan.Carried.Max(incident => incident.Severity);
        return [.. subscriber.OpenTo.Where(choice => choice.IsOpen(severity)).Select(choice => choice.To)];
    }

    private static FlushPlan HoldAll(FlushPlan plan, Func<TakenItem, HeldItem> hold) => Nothing(plan.Held.Concat(plan.Taken.Select(hold)));

    private static FlushPlan Send(List<TakenItem> going, Mailbox mailbox, IReadOnlyDictionary<string, Incident> incidents, Catalog catalog)
    {
        AlertEntry[] entries = [.. going.SelectMany(taken => taken.Entries)];
        var named = entries.Select(entry => entry.IncidentId).Distinct().Where(incidents.ContainsKey).Select(id => incidents[id]).ToArray();
        var carried = named
            .Concat(ToldIncidentsOf(named, mailbox.History, incidents))
            .OrderByDescending(incident => incident.Severity)
            .ThenByDescending(incident => WidthOf(incident, catalog))
            .ThenBy(incident => incident.Id, StringComparer.Ordinal)
            .Distinct()
            .ToArray();
        if (carried.Length is 0)
        {
            return NoticePlan.Plan(going);
        }

        var gathered = going.TrueForAll(taken =>
            taken.Row.Hold is DeliveryReason.Digest or DeliveryReason.Cap or DeliveryReason.Vacation or DeliveryReason.Snooze
        );
        var kind = gathered ? MailKind.Digest : KindOf(carried[0], entries, mailbox.History);
        return new FlushPlan([], going, carried, kind, gathered ? HoldWording.Gathered(going) : ReasonWording.Explain(entries, kind));
    }

    private static MailKind KindOf(Incident lead, AlertEntry[] entries, SubscriberHistory history)
    {
        if (history.Find(lead.Id) is null)
        {
            return MailKind.Opened;
        }

        var kinds = entries.Where(entry => entry.IncidentId == lead.Id).Select(entry => entry.Kind).ToHashSet();
        return kinds.Contains(EntryKind.Corrected) ? MailKind.Corrected
            : kinds.Contains(EntryKind.Escalated) ? MailKind.Escalated
            : kinds.Overlaps([EntryKind.Rule, EntryKind.MemberNotable, EntryKind.Reopened]) ? MailKind.Update
            : kinds.Contains(EntryKind.Recovered) ? MailKind.Recovered
            : kinds.Contains(EntryKind.CloseOfDay) ? MailKind.CloseOfDay
            : kinds.Contains(EntryKind.NextSession) ? MailKind.NextSession
            : MailKind.Update;
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

    private static int WidthOf(Incident incident, Catalog catalog) =>
        incident.Target.IsBasket && catalog.Baskets.TryGetValue(incident.Target.Name, out var basket) ? basket.Members.Count : 1;
}
