using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>What a subscriber was told of, after one more message. Pure.</summary>
internal static class HistoryWriter
{
    private const int MostCharacters = 200_000; // A row holds 350,000.
    private const int MostThreads = 200;
    private const int MostPrices = 15;
    private const int CharactersBeside = 300;
    private static readonly TimeSpan ToldFor = TimeSpan.FromDays(8);
    private static readonly TimeSpan MessagesFor = TimeSpan.FromDays(2);

    /// <summary>The history after a message.</summary>
    /// <param name="before">The history before it.</param>
    /// <param name="plan">The plan of the message.</param>
    /// <param name="mails">The message, once an address.</param>
    public static SubscriberHistory After(SubscriberHistory before, FlushPlan plan, IReadOnlyList<AlertMail> mails)
    {
        var first = mails[0];
        var told = before.Told.ToDictionary(told => told.Incident);
        var roots = mails.ToDictionary(
            mail => SubscriberId.FromAddress(mail.To.Address).Text,
            mail => mail.Thread.References.Count > 0 ? mail.Thread.References[0] : mail.Thread.MessageId
        );
        foreach (var incident in plan.Carried)
        {
            told[incident.Id] = Tell(told.GetValueOrDefault(incident.Id), incident, plan, first, roots);
        }

        var place = first.Content.IncidentId;
        if (place != plan.Lead.Id)
        {
            told[place] = Tell(told.GetValueOrDefault(place), plan.Lead with { Id = place }, plan, first, roots);
        }

        var isAlert = plan.Kind is not MailKind.Notice;
        return before with
        {
            Told =
            [
                .. Fitting(told.Values.Where(known => first.Clock.Sent - known.LastAt < ToldFor))
                    .OrderBy(known => known.FirstAt)
                    .ThenBy(known => known.Incident, StringComparer.Ordinal),
            ],
            Threads = ThreadsOf(plan, first),
            Storms = plan.Storm is { } storm
                ? [.. before.Storms.Where(old => old.Session == storm.Session && old != storm.Before), storm.After(first.Clock.Sent)]
                : before.Storms,
            Messages =
            [
                .. before.Messages.Where(sent => first.Clock.Sent - sent < MessagesFor),
                .. isAlert ? [first.Clock.Sent] : Array.Empty<DateTimeOffset>(),
            ],
        };
    }

    /// <summary>
    /// What a row holds: those that messages belonged to before others, since the number of the next one hangs on them, and of each the
    /// newest.
    /// </summary>
    private static IEnumerable<ToldIncident> Fitting(IEnumerable<ToldIncident> told)
    {
        var characters = 0;
        return told.OrderByDescending(known => known.Mails > 0)
            .ThenByDescending(known => known.LastAt)
            .ThenBy(known => known.Incident, StringComparer.Ordinal)
            .TakeWhile(known => (characters += SizeOf(known)) <= MostCharacters);
    }

    private static int SizeOf(ToldIncident told) =>
        CharactersBeside + told.Incident.Length + told.Subject.Length + told.Root.Sum(root => root.Key.Length + root.Value.Length);

    private static ToldThread[] ThreadsOf(FlushPlan plan, AlertMail mail) =>
        [
            .. plan
                .Threads.Where(thread => mail.Clock.Sent - thread.LastAt < ToldFor)
                .OrderByDescending(thread => thread.LastAt)
                .Take(MostThreads)
                .Select(thread => thread.IsOf(plan.Lead) ? WithPrices(thread, mail.Content) : thread)
                .OrderBy(thread => thread.FirstAt),
        ];

    /// <summary>What the next mail of the thread compares with; a mail without a table of its own changes nothing.</summary>
    private static ToldThread WithPrices(ToldThread thread, MailContent content) =>
        content.Members.Count is 0
            ? thread
            : thread with
            {
                Prices = [.. content.Members.Take(MostPrices).Select(member => new ToldPrice(member.Symbol, member.Last))],
            };

    private static ToldIncident Tell(
        ToldIncident? before,
        Incident incident,
        FlushPlan plan,
        AlertMail first,
        Dictionary<string, string> roots
    )
    {
        var told = before ?? Begin(incident, first);
        AlertEntry[] entries = [.. plan.Entries.Where(entry => entry.IncidentId == incident.Id)];
        return told with
        {
            Root = roots.Concat(told.Root).GroupBy(root => root.Key).ToDictionary(root => root.Key, root => root.Last().Value),
            Mails = told.Mails + (incident.Id == first.Content.IncidentId ? 1 : 0),
            LastAt = first.Clock.Sent,
            Following = entries.Select(entry => entry.Following).Append(told.Following).Max(),
        };
    }

    private static ToldIncident Begin(Incident incident, AlertMail first) =>
        new(
            incident.Id,
            incident.Session,
            first.Subject,
            new Dictionary<string, string>(),
            0,
            first.Clock.Sent,
            first.Clock.Sent,
            Following.Nothing
        );
}
