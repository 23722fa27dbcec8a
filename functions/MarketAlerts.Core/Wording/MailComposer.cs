using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Deliveries.Threads;
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
    private readonly NextWording _next = new(options);

    /// <summary>What a notice or a digest tells, which is its subscriber's own; null for a message of an incident.</summary>
    public static MailContent? OwnContentOf(FlushPlan plan, DateTimeOffset now) =>
        plan.Kind switch
        {
            MailKind.Notice => NoticePlan.ContentOf(plan),
            MailKind.Digest => DigestPlan.ContentOf(plan, now),
            MailKind.Storm => StormWording.ContentOf(plan),
            _ => null,
        };

    /// <summary>What is told of an incident: the same for everybody who is told of it in the same way.</summary>
    /// <param name="basis">What is told.</param>
    /// <param name="catalog">What is watched.</param>
    /// <param name="snapshot">How its symbols stand now.</param>
    /// <param name="published">What was published, or null when no feed is polled.</param>
    public MailContent ContentOf(ContentBasis basis, Catalog catalog, MarketSnapshot snapshot, PublishedPanel? published)
    {
        var lead = Renew(basis.Lead, snapshot);
        var members = MembersOf(basis, lead);
        var told = new ToldFigures(
            lead,
            members,
            SizeOf(lead, catalog),
            thresholds.JoiningPercent,
            lead.Members.Select(member => member.Reading.QuoteTime).DefaultIfEmpty(basis.Newest).Max(),
            basis.Passed
        )
        {
            Moved = basis.Moved,
        };
        return new MailContent(
            basis.Kind,
            basis.News is { } news ? NewsWording.Headline(news) : wording.Headline(basis.Kind, told),
            basis.Kind is MailKind.CloseOfDay ? ClosePlan.PlaceOf(lead.Session) : lead.Id,
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
            Subject = basis.News is { } first ? NewsWording.Subject(first) : wording.Subject(told),
            AsOf = members.Count is 0 ? null : told.AsOf,
            Published = published,
            Context = ProportionWording.Compare(lead, basis.Kind, snapshot),
            Revisions = basis.Kind is MailKind.Corrected ? [.. lead.Revised.SelectMany(RevisionsOf)] : null,
            IsNews = lead.News is not null,
        };
    }

    /// <summary>An incident as it stands now.</summary>
    public Incident Renew(Incident incident, MarketSnapshot snapshot) => snapshot.Renew(incident, thresholds.JoiningPercent);

    /// <summary>The subject of a message that begins a thread.</summary>
    public static string SubjectOf(FlushPlan plan, MailContent content) =>
        plan.Kind switch
        {
            MailKind.Notice => NoticePlan.TitleOf(plan),
            MailKind.Digest => DigestPlan.SubjectOf(plan),
            MailKind.CloseOfDay => CloseWording.Subject(plan),
            _ => content.Subject,
        };

    /// <summary>The message to one address.</summary>
    public AlertMail Compose(FlushPlan plan, Mailbox mailbox, MailContext around, MailContent content, ChannelAddress to)
    {
        var root = RootOf(plan, mailbox.History);
        MailLine[] others = [.. LinesOf(plan)];
        return new AlertMail(
            to,
            mailbox.Subscriber!.TimeZone,
            root?.Subject ?? SubjectOf(plan, content),
            content,
            ThreadOf(mailbox, root, content, to, around.Domain),
            plan.Rules,
            plan.Reason,
            ClockOf(plan, around),
            plan.Kind is MailKind.Digest or MailKind.CloseOfDay or MailKind.Storm
                ? 0
                : plan.Carried.Count(incident => IsFolded(incident, plan)),
            around.Links(to)
        )
        {
            Notices = [.. plan.Notices.Select(notice => notice.Text)],
            Others = [.. others.Take(MostOthers)],
            OthersBeyond = Math.Max(0, others.Length - MostOthers),
            Held = plan.HeldBefore,
            Next = _next.Write(plan, mailbox.Subscriber),
        };
    }

    /// <summary>The first message of a message's thread, of its own target in its own session; null where it begins one.</summary>
    private static ToldIncident? RootOf(FlushPlan plan, SubscriberHistory history) =>
        plan.Kind is MailKind.Notice or MailKind.Digest or MailKind.CloseOfDay ? null
        : plan.Storm is { } storm
            ? history.Find(storm.Id)
                ?? plan.Carried.Select(incident => history.Find(incident.Id)).OfType<ToldIncident>().MinBy(told => told.FirstAt)
        : new[] { plan.Lead.Id, Incident.IdOf(plan.Lead.Target, Opposite(plan.Lead.Direction), plan.Lead.Session) }
            .Take(plan.Lead.News is null ? 2 : 1)
            .Select(history.Find)
            .OfType<ToldIncident>()
            .MinBy(told => told.FirstAt);

    private static Direction Opposite(Direction direction) => direction is Direction.Down ? Direction.Up : Direction.Down;

    private IEnumerable<MailLine> LinesOf(FlushPlan plan) =>
        plan.Kind switch
        {
            MailKind.Notice => [],
            MailKind.CloseOfDay => CloseWording.Lines(plan),
            MailKind.Storm => StormWording.Lines(plan),
            _ =>
            [
                .. plan
                    .Carried.Where(incident => IsBeside(incident, plan))
                    .Select(incident => LineOf(incident, plan))
                    .OrderByDescending(line => line.Severity),
                .. plan.Over.Select(CloseWording.Over),
            ],
        };

    private static bool IsBeside(Incident incident, FlushPlan plan) =>
        plan.Kind is MailKind.Digest || (incident.Id != plan.Lead.Id && !IsFolded(incident, plan));

    /// <summary>Whether a single stock is told within the wider incident that the message belongs to.</summary>
    public static bool IsFolded(Incident incident, FlushPlan plan) => incident.News is null && MessagePlanner.IsPartOf(incident, plan.Lead);

    private MailLine LineOf(Incident incident, FlushPlan plan)
    {
        if (plan.Told.FirstOrDefault(told => told.Entry.IncidentId == incident.Id) is { Telling: Telling.NextSession } next)
        {
            return CloseWording.GoesOn(incident, next.Entry);
        }

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
                    SinceLast = basis.LastPrices.FirstOrDefault(told => told.Symbol == member.Reading.Symbol) is { } told
                        ? Percent.Change(told.Price, member.Reading.Last)
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
