using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Benchmarks.W4.Ours;

/// <summary>
/// What everybody is told of: the chip stocks at the open of 27 January 2025, with twelve members, six headlines and the paths of twelve
/// symbols.
/// </summary>
internal static class ChipsDay
{
    private static readonly DateTimeOffset Open = new(2025, 1, 27, 14, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Session = new(2025, 1, 27);
    private static readonly string[] Chips = ["MRVL", "AVGO", "NVDA", "MU", "ARM", "TSM", "SMCI", "AMD", "LRCX", "KLAC", "AMAT", "ASML"];

    /// <summary>What is watched.</summary>
    public static Catalog Catalog { get; } =
        new(
            [
                new Basket("chips", [.. Chips.Select(Symbol.Parse)], "tech"),
                new Basket("tech", [.. Chips.Append("MSFT").Select(Symbol.Parse)], null),
            ],
            Chips.Append("MSFT").ToDictionary(Symbol.Parse, _ => "p0000")
        );

    /// <summary>What happened.</summary>
    public static Incident Incident { get; } =
        new(
            "chips-down-20250127",
            Session,
            Target.Parse("b.chips"),
            Direction.Down,
            Open,
            Severity.Severe,
            -8.1,
            -80,
            [
                .. Chips.Select(
                    (symbol, rank) =>
                        new IncidentMember(ReadingOf(symbol, -13.2 + rank), Open, rank < 6 ? Severity.Severe : Severity.Notable)
                ),
            ],
            [ReadingOf("ORCL", -8.0), ReadingOf("MSFT", -4.5), ReadingOf("GOOGL", -3.9), ReadingOf("AMZN", -3.7)],
            [ReadingOf("TXN", 0.1), ReadingOf("INTC", -0.1), ReadingOf("QCOM", 0), ReadingOf("AAPL", 0.6)],
            [],
            new Dictionary<string, IncidentChange>()
        )
        {
            BasketHighest = Severity.Severe,
            FiguresAt = Open,
        };

    /// <summary>How the symbols stand, and how they got there.</summary>
    public static MarketSnapshot Snapshot { get; } =
        MarketSnapshot.Empty with
        {
            Paths = [.. Chips.Select((symbol, rank) => PathOf(symbol, rank))],
        };

    /// <summary>The same without paths: a mail without a picture.</summary>
    public static MarketSnapshot PlainSnapshot { get; } = MarketSnapshot.Empty;

    /// <summary>What was published.</summary>
    public static PublishedPanel Published { get; } =
        new(
            [
                .. Enumerable
                    .Range(1, 6)
                    .Select(number => new PublishedLine(
                        number <= 3 ? PublishedWhen.Before : PublishedWhen.DaysBefore,
                        Open.AddHours(-5 * number * number),
                        false,
                        TimePrecision.Instant,
                        number <= 3 ? 0 : number,
                        $"A cheap model from China is hitting Nvidia where it hurts, part {number}",
                        "The Wire",
                        1 + (number % 2),
                        $"https://example.com/news/2025/01/deepseek-{number}",
                        StoryStatus.AsPublished,
                        null,
                        null
                    )),
            ],
            4,
            3
        );

    /// <summary>What waits for a subscriber.</summary>
    public static DeliveryItem ItemOf(SubscriberId subscriber) =>
        new(
            subscriber,
            "b.chips.20250127T143000.000",
            StoppedClock.Now,
            [
                new AlertEntry(
                    EntryKind.Rule,
                    Incident.Id,
                    Session,
                    [Rule.FromText("#chips notable"), Rule.FromText("NVDA notable")],
                    [Symbol.Parse("NVDA")],
                    Severity.Severe,
                    Open,
                    Open.AddSeconds(2)
                ),
            ]
        );

    private static MemberReading ReadingOf(string symbol, double percent) =>
        new(
            Symbol.Parse(symbol),
            Open,
            Math.Round(150 + (percent * 3), 2),
            percent,
            0,
            2.6,
            percent < -8 ? Severity.Severe
                : percent < -5 ? Severity.Notable
                : Severity.Plain
        );

    private static MailPath PathOf(string symbol, int rank)
    {
        var last = (int)(Open - DateTimeOffset.UnixEpoch).TotalMinutes;
        var friday = Enumerable
            .Range(0, PriceTrail.Capacity - 1)
            .Select(step => new TrailPoint(last - 3_930 - (5 * (PriceTrail.Capacity - step)), 150 + (float)Math.Sin(rank + (step / 5.0))));
        return new MailPath(Symbol.Parse(symbol), 150, [.. friday, new TrailPoint(last, (float)(150 * (1 + ((-13.2 + rank) / 100))))]);
    }
}
