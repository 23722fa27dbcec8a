using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Notifications;

/// <summary>
/// The recipient side's decision: of all that waits for a subscriber, what goes out now in one message, what is held and why. Pure: profile, items,
/// earlier mails, incidents and the time arrive as arguments.
/// </summary>
/// <param name="options">Limits.</param>
public sealed class FlushPlanner(DeliveryOptions options)
{
    /// <summary>Decides.</summary>
    public FlushPlan Plan(Mailbox mailbox, IReadOnlyDictionary<string, Incident> incidents, Catalog catalog, DateTimeOffset now)
    {
        if (mailbox.Subscriber is not { Unsubscribed: false } subscriber)
        {
            var reason = mailbox.Subscriber is null ? "The subscriber is gone." : "Unsubscribed.";
            return Nothing(mailbox.Items.Select(item => new HeldItem(item.Row, null, "dropped", reason)));
        }

        if (QuietUntil(subscriber, mailbox, now) is { } until)
        {
            return Nothing(mailbox.Items.Select(item => new HeldItem(item.Row, until, "held", "Quiet hours.")));
        }

        if (IsSurplusUpdate(mailbox))
        {
            var reason = $"Already {options.MemberUpdatesPerSession} updates of this incident today: kept in the ledger, not mailed.";
            return Nothing(mailbox.Items.Select(item => new HeldItem(item.Row, null, "kept", reason)));
        }

        return Send(mailbox, incidents, catalog);
    }

    private static FlushPlan Nothing(IEnumerable<HeldItem> held) => new([.. held], [], [], MailKind.Opened, "");

    private static DateTimeOffset? QuietUntil(Subscriber subscriber, Mailbox mailbox, DateTimeOffset now)
    {
        var severe = mailbox.Items.Any(item => item.Item.Entries.Any(entry => entry.Severity is Severity.Severe));
        return severe && subscriber.QuietHours is { SeverePasses: true } ? null : subscriber.QuietHours?.EndAfter(now, subscriber.Zone);
    }

    private bool IsSurplusUpdate(Mailbox mailbox)
    {
        var entries = mailbox.Items.SelectMany(item => item.Item.Entries).ToArray();
        return entries.Length > 0
            && entries.All(entry => entry.Kind is EntryKind.MemberNotable && UpdatesOf(mailbox, entry.IncidentId) >= options.MemberUpdatesPerSession);
    }

    private static int UpdatesOf(Mailbox mailbox, string incidentId) =>
        mailbox.Mails.Count(mail => mail.CountsAsMemberUpdate && mail.Carried.Contains(incidentId));

    private static FlushPlan Send(Mailbox mailbox, IReadOnlyDictionary<string, Incident> incidents, Catalog catalog)
    {
        var named = mailbox.Items.SelectMany(item => item.Item.Entries).Select(entry => entry.IncidentId).Distinct()
            .Where(incidents.ContainsKey).Select(id => incidents[id]).ToArray();
        var carried = named.Concat(ToldIncidentsOf(named, mailbox, incidents))
            .OrderByDescending(incident => incident.Severity).ThenByDescending(incident => WidthOf(incident, catalog))
            .ThenBy(incident => incident.Id, StringComparer.Ordinal).Distinct().ToArray();
        if (carried.Length is 0)
        {
            return NoticePlan.Of(mailbox);
        }

        var lead = carried[0];
        var told = mailbox.Mails.Any(mail => mail.Carried.Contains(lead.Id));
        var entries = mailbox.Items.SelectMany(item => item.Item.Entries).ToArray();
        var kind = !told ? MailKind.Opened : entries.Any(entry => entry.Kind is EntryKind.Escalated && entry.IncidentId == lead.Id) ? MailKind.Escalated : MailKind.Update;
        return new FlushPlan([], mailbox.Items, carried, kind, ReasonOf([.. entries.Where(entry => entry.Notice is null)], kind));
    }

    /// <summary>
    /// A single stock's alert folds into the incident of a basket that the subscriber was told of and that counts it as a member; news of a stock into any such
    /// incident that the stock is in.
    /// </summary>
    private static IEnumerable<Incident> ToldIncidentsOf(Incident[] named, Mailbox mailbox, IReadOnlyDictionary<string, Incident> incidents)
    {
        var told = mailbox.Mails.SelectMany(mail => mail.Carried).Distinct().Where(incidents.ContainsKey).Select(id => incidents[id]);
        return told.Where(incident => named.Any(single =>
            !single.Target.IsBasket && single.Session == incident.Session && incident.Find(single.Target.Name) is not null
            && (single.News is not null || (incident.Target.IsBasket && single.Direction == incident.Direction))));
    }

    private static int WidthOf(Incident incident, Catalog catalog) =>
        incident.Target.IsBasket && catalog.Baskets.TryGetValue(incident.Target.Name, out var basket) ? basket.Members.Count : 1;

    private static string ReasonOf(AlertEntry[] entries, MailKind kind)
    {
        var rules = entries.SelectMany(entry => entry.Rules).Distinct().ToArray();
        if (rules.Length > 0)
        {
            return $"You asked for: {string.Join("; ", rules)}.";
        }

        var symbols = string.Join(", ", entries.SelectMany(entry => entry.Symbols).Distinct());
        return kind is MailKind.Escalated
            ? "An incident you were told of became more severe."
            : $"New among the notable members of an incident you were told of: {symbols}.";
    }
}
