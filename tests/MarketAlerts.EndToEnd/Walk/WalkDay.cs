using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.EndToEnd.Walk;

/// <summary>
/// A small day with everything in it: at 14:30 UTC NVDA falls severely and MU notably, and with NVDA its basket; at 15:00 WDC falls, too,
/// and the basket begins to recover; at 15:10 it has recovered. At 15:30 the quiet hours end.
/// </summary>
internal static class WalkDay
{
    /// <summary>The subscriber whose mail server says "later" once.</summary>
    public const string Busy = "gus@example.com";

    private const string NewYork = "America/New_York";
    private static readonly DateOnly Session = new(2025, 1, 27);

    /// <summary>Each mail once: address and Message-ID without its subscriber and domain.</summary>
    public static readonly string[] Mails =
    [
        "ada@example.com NVDA-down-20250127.1",
        "ben@example.com NVDA-down-20250127.1", // The basket of three is a line of it.
        "cal@example.com MU-down-20250127.1", // Once: nothing of WDC.
        "dee@example.com chips-down-20250127.1", // What fires again is damped.
        "dee@phone.example.com chips-down-20250127.1",
        "eve@example.com MU-down-20250127.1", // Held until 15:30.
        "fay@example.com NVDA-down-20250127.1", // Severe passes her quiet hours.
        "gus@example.com NVDA-down-20250127.1",
    ];

    /// <summary>When it begins.</summary>
    public static DateTimeOffset Start => At(14, 30);

    /// <summary>Who asked for what.</summary>
    public static WatchFile Watch { get; } =
        new(
            [
                new Basket("chips", [Symbol.Parse("NVDA"), Symbol.Parse("AMD")], null),
                new Basket("memory", [Symbol.Parse("MU"), Symbol.Parse("WDC")], null),
            ],
            new HashSet<Symbol>(),
            [
                Subscriber("ada@example.com", "NVDA falls 5% today"),
                Subscriber("ben@example.com", "NVDA falls 5% today", "#chips notable"),
                Subscriber("cal@example.com", "any of #memory falls 5% today once"),
                Subscriber("dee@example.com", "#chips notable") with
                {
                    Channels =
                    [
                        new ChannelChoice(ChannelAddress.Email("dee@example.com"), Severity.Plain, false),
                        new ChannelChoice(ChannelAddress.Email("dee@phone.example.com"), Severity.Severe, false),
                    ],
                },
                Subscriber("eve@example.com", "MU falls 5% today") with
                {
                    QuietHours = new QuietHours(new TimeOnly(9, 0), new TimeOnly(10, 30), SeverePasses: false),
                },
                Subscriber("fay@example.com", "NVDA falls 10% today") with
                {
                    QuietHours = new QuietHours(new TimeOnly(9, 0), new TimeOnly(10, 30), SeverePasses: true),
                },
                Subscriber(Busy, "NVDA falls 5% today"),
            ]
        );

    /// <summary>What detection publishes, and when.</summary>
    public static IReadOnlyList<(DateTimeOffset At, OutgoingMessage Message)> Messages { get; } =
    [
        Message(
            "p0000.20250127T143000.000",
            At(14, 30),
            new MarketEvents([Fall("NVDA", -12.5, 2, At(14, 30)), Fall("MU", -6, 1, At(14, 30))])
        ),
        Message("b.chips.20250127T143020.000", At(14, 30, 20), new MarketEvents([ChipsFall()])),
        Message(
            "p0000.20250127T150000.000",
            At(15, 0),
            new MarketEvents([Fall("WDC", -6, 1, At(15, 0))]) { Transitions = [Transition(IncidentStep.Recovering, At(15, 0))] }
        ),
        Message(
            "incidents.20250127T151000.000",
            At(15, 10),
            new MarketEvents([]) { Transitions = [Transition(IncidentStep.Recovered, At(15, 10))] }
        ),
    ];

    private static (DateTimeOffset, OutgoingMessage) Message(string id, DateTimeOffset at, MarketEvents body) =>
        (at, new OutgoingMessage(QueueNames.MarketEvents, id, MessageCodec.Write(body, id, at)));

    private static MarketEvent Fall(string symbol, double percent, int tier, DateTimeOffset at) =>
        new(
            Target.Parse($"s.{symbol}"),
            MetricId.DayMove,
            Direction.Down,
            0,
            Level.FromValue(-percent).Units,
            Session,
            at,
            at,
            null,
            Reading(symbol, percent, tier, at),
            null
        );

    private static MarketEvent ChipsFall()
    {
        var (at, members) = (At(14, 30, 20), new[] { Reading("NVDA", -12.5, 2, At(14, 30)), Reading("AMD", -5.5, 1, At(14, 30)) });
        return new MarketEvent(
            Target.Parse("b.chips"),
            MetricId.Tier,
            Direction.Down,
            0,
            20_000,
            Session,
            at,
            at,
            null,
            null,
            new BasketReading("chips", -9, -100, Severity.Severe, members, [])
        );
    }

    private static ProposedTransition Transition(IncidentStep step, DateTimeOffset at) =>
        new("chips-down-20250127", Session, step, at, at, "The median is back.", []);

    private static MemberReading Reading(string symbol, double percent, int tier, DateTimeOffset at) =>
        new(Symbol.Parse(symbol), at, 100 + percent, percent, null, 2, (Severity)(tier));

    private static Subscriber Subscriber(string email, params string[] rules) =>
        new(email, NewYork, [.. rules.Select(Rule.FromText)], null, false);

    private static DateTimeOffset At(int hour, int minute, int second = 0) => new(2025, 1, 27, hour, minute, second, TimeSpan.Zero);
}
