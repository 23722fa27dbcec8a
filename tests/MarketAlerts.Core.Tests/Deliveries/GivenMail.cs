using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Tests.Deliveries;

/// <summary>Ana in New York, who follows chips.</summary>
internal static class GivenMail
{
    public static readonly Catalog Catalog = Given.Catalog(
        new Basket("chips", Given.Syms("NVDA AMD MU TXN AVGO"), "tech"),
        new Basket("tech", Given.Syms("NVDA AMD MU TXN AVGO MSFT"), null)
    );

    public static readonly Subscriber Ana = new("ana@example.com", "America/New_York", [Rule.FromText("#chips notable")], null, false);

    public static readonly FlushPlanner Planner = new(new DeliveryOptions(), new SubscriberHolds(Given.Calendar));

    public static readonly Incident Chips = Basket(
        "chips",
        Severity.Severe,
        Given.Reading("NVDA", -12.49, 2),
        Given.Reading("MU", -8.07, 2),
        Given.Reading("AMD", -4.1)
    );

    public static readonly Incident Nvda = Single("NVDA", Severity.Severe, Given.Reading("NVDA", -12.49, 2));

    public static Incident Basket(string name, Severity severity, params MemberReading[] members) =>
        Of($"b.{name}", severity, members) with
        {
            MedianMove = -8.0725,
            Breadth = -80,
        };

    public static Incident Single(string symbol, Severity severity, MemberReading reading, Direction direction = Direction.Down) =>
        Of($"s.{symbol}", severity, [reading], direction);

    public static AlertEntry Entry(
        Incident incident,
        EntryKind kind = EntryKind.Rule,
        string time = "14:31",
        Severity? severity = null,
        string symbol = "NVDA"
    ) =>
        new(
            kind,
            incident.Id,
            incident.Session,
            kind is EntryKind.Rule ? [Rule.FromText($"{incident.Target.Display} notable")] : [],
            [Symbol.Parse(symbol)],
            severity ?? incident.Severity,
            Given.At(time),
            Given.At(time).AddSeconds(2)
        );

    /// <summary>A rule's own number that an incident passed.</summary>
    public static AlertEntry Passing(this AlertEntry entry, double level, MetricId metric = MetricId.DayMove) =>
        entry with
        {
            Fired =
            [
                new FiredLevel(
                    entry.Rules.Count > 0 ? entry.Rules[0] : Rule.FromText("NVDA falls 5% today"),
                    metric,
                    entry.IncidentId.Contains("-up-", StringComparison.Ordinal) ? Direction.Up : Direction.Down,
                    Level.FromValue(level),
                    level
                ),
            ],
        };

    public static Mailbox Mailbox(params AlertEntry[] entries) => new(Ana, [.. entries.Select(Item)], [], SubscriberHistory.Empty(Ana.Id));

    /// <summary>One message of 14:31:30 told of these incidents; it belonged to the first.</summary>
    public static SubscriberHistory Told(params Incident[] incidents) =>
        new(
            Ana.Id,
            [
                .. incidents.Select(incident => new ToldIncident(
                    incident.Id,
                    incident.Session,
                    "The subject of the thread",
                    new Dictionary<string, string> { [Ana.Id.Text] = "<root@x>" },
                    incident == incidents[0] ? 1 : 0,
                    Given.At("14:31:30"),
                    Given.At("14:31:30"),
                    Following.Days
                )),
            ],
            [Given.At("14:31:30")]
        )
        {
            Threads = [.. incidents.Select(ThreadOf)],
        };

    /// <summary>The thread of an incident that was told at 14:31:30, as far as it went then.</summary>
    public static ToldThread ThreadOf(Incident incident) =>
        new ToldThread(incident.Target, incident.Session, Given.At("14:31:30"), Given.At("14:31:30"))
        {
            IsNews = incident.News is not null,
        }.With(incident.Direction, new ToldSide(Math.Abs(incident.Furthest), incident.Severity, Given.At("14:31:30")));

    public static IReadOnlyDictionary<string, Incident> ById(params Incident[] incidents) =>
        incidents.ToDictionary(incident => incident.Id);

    public static FlushPlan Plan(Mailbox mailbox, string now, params Incident[] incidents) =>
        Planner.Plan(mailbox, ById(incidents), Catalog, Given.At(now));

    public static AlertMail Compose(Mailbox mailbox, string now, TimeSpan delay, params Incident[] incidents)
    {
        var composer = new MailComposer(new MailWording(Given.Calendar), Given.Calendar, new ThresholdOptions(), new DeliveryOptions());
        var snapshot = MarketSnapshot.Empty with
        {
            Paths = [new MailPath(Symbol.Parse("MU"), 100, []), new MailPath(Symbol.Parse("NVDA"), 100, [])],
        };
        var around = new MailContext(Given.At(now), "marketalerts.example", _ => new MailLinks("https://x.example/u?t=1"), delay);
        var plan = Plan(mailbox, now, incidents);
        var content = MailComposer.OwnContentOf(plan, around.Now) ?? composer.ContentOf(ContentBasis.From(plan), Catalog, snapshot, null);
        return composer.Compose(plan, mailbox, around, content, plan.To[0]);
    }

    private static Waiting Item(AlertEntry entry, int number)
    {
        var reference = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"message-{number}");
        var item = new DeliveryItem(Ana.Id, reference, entry.SeenAt, [entry]);
        return new Waiting(Ana.Id, entry.SeenAt, WaitingKind.Item, reference) { Item = item };
    }

    private static Incident Of(
        string target,
        Severity severity,
        IReadOnlyList<MemberReading> members,
        Direction direction = Direction.Down
    ) =>
        new(
            Incident.IdOf(Core.Rules.Target.Parse(target), direction, Given.Day),
            Given.Day,
            Target.Parse(target),
            direction,
            Given.At("14:30:20"),
            severity,
            null,
            null,
            [.. members.Select(member => new IncidentMember(member, member.QuoteTime, member.Severity))],
            [],
            [],
            [],
            new Dictionary<string, IncidentChange>()
        );
}
