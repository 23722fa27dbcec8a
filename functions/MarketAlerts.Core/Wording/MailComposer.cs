using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Wording;

/// <summary>Composes the one message of a flush from its plan. Pure: everything arrives as an argument.</summary>
/// <param name="wording">The words.</param>
/// <param name="calendar">The market's hours.</param>
/// <param name="thresholds">The thresholds, which subjects quote.</param>
/// <param name="options">When news counts as late.</param>
public sealed class MailComposer(MailWording wording, MarketCalendar calendar, ThresholdOptions thresholds, DeliveryOptions options)
{
    private const int MostOthers = 200; // A message is stored in one row.

    private readonly ChecksWording _checks = new(calendar);

    /// <summary>What a notice or a digest tells, which is its subscriber's own; null for a message of an incident.</summary>
    public static MailContent? OwnContentOf(FlushPlan plan, DateTimeOffset now) =>
        plan.Kind switch
        {
            MailKind.Notice => NoticePlan.ContentOf(plan),
            MailKind.Digest => DigestPlan.ContentOf(plan, now),
            _ => null,
        };

    /// <summary>What is told of an incident: the same for everybody who is told of it in the same way.</summary>
    /// <param name="basis">What is told.</param>
    /// <param name="catalog">What is watched.</param>
    /// <param name="snapshot">How its symbols stand now.</param>
    /// <param name="published">What was published, or null when no feed is polled.</param>
    public MailContent ContentOf(ContentBasis basis, Catalog catalog, MarketSnapshot snapshot, PublishedPanel? published)
    {
        var lead = snapshot.Renew(basis.Lead);
        var members = MembersOf(basis, lead);
        return new MailContent(
            basis.Kind,
            basis.News is { } news
                ? NewsWording.Headline(news)
                : MailWording.Headline(lead, basis.Kind, members, SizeOf(lead, catalog), thresholds.JoiningPercent, snapshot.Basket),
            lead.Id,
            lead.About,
            lead.Direction,
            lead.Severity,
            members,
            [.. lead.AlsoMoving.Select(reading => Line(reading, reading.Severity, false))],
            [.. lead.NotMoving.Select(reading => Line(reading, reading.Severity, false))],
            _checks.Write(lead, basis.Newest),
            [.. snapshot.Paths.OrderBy(path => members.FindIndex(member => member.Symbol == path.Symbol))]
        )
        {
            AsOf = members.Count is 0 ? null : lead.Members.Max(member => member.Reading.QuoteTime),
            Published = published,
            Context = ProportionWording.Compare(lead, basis.Kind, snapshot),
            Revisions = basis.Kind is MailKind.Corrected ? [.. lead.Revised.SelectMany(RevisionsOf)] : null,
            IsNews = lead.News is not null,
        };
    }

    /// <summary>The subject of a message that begins a thread.</summary>
    public string SubjectOf(FlushPlan plan, MailContent content, Catalog catalog) =>
        plan.Kind switch
        {
            MailKind.Notice => NoticePlan.TitleOf(plan),
            MailKind.Digest => DigestPlan.SubjectOf(plan),
            _ => wording.Subject(plan.Lead, content.Members, SizeOf(plan.Lead, catalog), thresholds.JoiningPercent),
        };

    /// <summary>The message to one address.</summary>
    public AlertMail Compose(FlushPlan plan, Mailbox mailbox, Catalog catalog, MailContext around, MailContent content, ChannelAddress to)
    {
        var root = plan.Kind is MailKind.Notice or MailKind.Digest
            ? null
            : plan.Carried.Select(incident => mailbox.History.Find(incident.Id)).OfType<ToldIncident>().MinBy(told => told.FirstAt);
        MailLine[] others =
            plan.Kind is MailKind.Notice
                ? []
                : [.. plan.Carried.Where(incident => IsBeside(incident, plan)).Select(LineOf).OrderByDescending(line => line.Severity)];
        return new AlertMail(
            to,
            mailbox.Subscriber!.TimeZone,
            root?.Subject ?? SubjectOf(plan, content, catalog),
            content,
            ThreadOf(mailbox, root, content, to, around.Domain),
            plan.Rules,
            plan.Reason,
            ClockOf(plan, around),
            plan.Kind is MailKind.Digest ? 0 : plan.Carried.Count(incident => IsFolded(incident, plan)),
            around.Links(to)
        )
        {
            Notices = [.. plan.Notices.Select(notice => notice.Text)],
            Others = [.. others.Take(MostOthers)],
            OthersBeyond = Math.Max(0, others.Length - MostOthers),
            Held = plan.HeldBefore,
            FollowsUp = IsFollowedUp(plan, mailbox.History),
        };
    }

    /// <summary>Whether the close of the day will be told, too.</summary>
    private static bool IsFollowedUp(FlushPlan plan, SubscriberHistory history) =>
        plan.Kind is MailKind.Opened or MailKind.Update or MailKind.Escalated
        && plan.Lead is { News: null, IsLive: true }
        && (
            history.Find(plan.Lead.Id)?.Following is Following.Days
            || plan.Entries.Any(entry => entry.IncidentId == plan.Lead.Id && entry.Following is Following.Days)
        );

    private static bool IsBeside(Incident incident, FlushPlan plan) =>
        plan.Kind is MailKind.Digest || (incident.Id != plan.Lead.Id && !IsFolded(incident, plan));

    /// <summary>Whether a single stock is told within the wider incident that the message belongs to.</summary>
    public static bool IsFolded(Incident incident, FlushPlan plan) => incident.News is null && FlushPlanner.IsPartOf(incident, plan.Lead);

    private MailLine LineOf(Incident incident)
    {
        var leading = incident.Members.Count is 0 ? null : incident.Members[0].Reading;
        var at = incident.News?.Time ?? leading?.QuoteTime ?? incident.OpenedAt;
        var way =
            incident.News is not null ? "news"
            : incident.Direction is Direction.Down ? "down"
            : "up";
        return new MailLine(at, $"{incident.About} {way}", wording.Line(incident), incident.Severity);
    }

    private static int SizeOf(Incident lead, Catalog catalog) =>
        catalog.Baskets.TryGetValue(lead.Target.Name, out var basket) && lead.Target.IsBasket ? basket.Members.Count : 1;

    private static List<MailMember> MembersOf(ContentBasis basis, Incident lead) =>
        [
            .. lead.Members.Select(member =>
                Line(member.Reading, member.Highest, basis.Fresh.Contains(member.Reading.Symbol)) with
                {
                    SinceAlert =
                        basis.Kind is not MailKind.Opened && member.JoinedAtPrice is > 0 and var first
                            ? Percent.Change(first, member.Reading.Last)
                            : null,
                }
            ),
        ];

    private static IEnumerable<MailRevision> RevisionsOf(IncidentRevision revision) =>
        [
            new($"{revision.Symbol}, close before", MailWording.Price(revision.ToldClose), MailWording.Price(revision.Close)),
            new(
                $"{revision.Symbol}, vs previous close",
                MailWording.Move(revision.ToldMove),
                revision.Move is { } move ? MailWording.Move(move) : "not known yet"
            ),
        ];

    private static MailMember Line(MemberReading reading, Severity severity, bool isNew) =>
        new(reading.Symbol, reading.Last, reading.DayMove, reading.OpenMove, reading.StandardDeviation, severity, isNew);

    private static MailThread ThreadOf(Mailbox mailbox, ToldIncident? root, MailContent content, ChannelAddress to, string domain)
    {
        var address = SubscriberId.FromAddress(to.Address).Text;
        var messageId = string.Create(
            CultureInfo.InvariantCulture,
            $"<{content.IncidentId}.{mailbox.History.NumberOfNext(content.IncidentId)}.{address}@{domain}>"
        );
        return new MailThread(messageId, root?.Root.TryGetValue(address, out var first) is true ? [first] : []);
    }

    /// <summary>Member updates are gathered on purpose: only what comes on top of that is late.</summary>
    private TimeSpan GatheringOf(AlertEntry entry) =>
        entry.Kind is EntryKind.MemberNotable ? TimeSpan.FromMinutes(options.MemberUpdateWaitMinutes) : TimeSpan.Zero;

    private MailClock ClockOf(FlushPlan plan, MailContext around)
    {
        if (plan.Kind is MailKind.Notice)
        {
            var told = plan.Entries.MaxBy(entry => entry.MarketTime)!;
            return new MailClock(told.MarketTime, told.SeenAt, around.Now, false);
        }

        var newest = plan.Alerts.MaxBy(entry => entry.MarketTime)!;
        var news = ContentBasis.NewsOf(plan);
        var oldest = plan.Alerts.Min(entry => entry.MarketTime + GatheringOf(entry));
        var isLate = around.Now - around.DeclaredDelay - oldest > TimeSpan.FromMinutes(options.LateAfterMinutes);
        return new MailClock(news?.Time ?? newest.MarketTime, newest.SeenAt, around.Now, isLate)
        {
            IsPublication = news is not null,
            DataDelay = around.DeclaredDelay,
        };
    }
}

/// <summary>What the composer needs beside the plan.</summary>
/// <param name="Now">When the mail is written.</param>
/// <param name="Domain">The domain of its Message-ID.</param>
/// <param name="Links">What the subscriber can do about it, by address.</param>
/// <param name="DeclaredDelay">How late the source of the figures says that they are.</param>
public sealed record MailContext(DateTimeOffset Now, string Domain, Func<ChannelAddress, MailLinks> Links, TimeSpan DeclaredDelay);
