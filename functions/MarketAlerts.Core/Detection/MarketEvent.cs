using System.Globalization;
using System.IO.Hashing;
using System.Text;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Detection;

/// <summary>A crossing with its evidence, as it travels from detection to routing.</summary>
/// <param name="Target">What moved, such as <c>s.NVDA</c>.</param>
/// <param name="Metric">Which number.</param>
/// <param name="Direction">Which way.</param>
/// <param name="From">The extreme before, in level units.</param>
/// <param name="To">The extreme now, in level units.</param>
/// <param name="Session">The episode: the session's date in New York.</param>
/// <param name="MarketTime">Market time of the quote that did it.</param>
/// <param name="SeenAt">When we saw that quote.</param>
/// <param name="LateSubscription">For a late rule, its subscriber's hash: nobody else is told.</param>
/// <param name="Symbol">The evidence of a symbol, or null.</param>
/// <param name="Basket">The evidence of a basket, or null.</param>
public sealed record MarketEvent(
    Target Target,
    MetricId Metric,
    Direction Direction,
    long From,
    long To,
    DateOnly Session,
    DateTimeOffset MarketTime,
    DateTimeOffset SeenAt,
    long? LateSubscription,
    MemberReading? Symbol,
    BasketReading? Basket
)
{
    /// <summary>The evidence of news, or null.</summary>
    public NewsReading? News { get; init; }

    /// <summary>Always the same for the same crossing, whoever detects it and how often it is delivered.</summary>
    public string Id =>
        Convert.ToHexStringLower(
            XxHash128.Hash(
                Encoding.UTF8.GetBytes(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Target}|{Metric}|{Direction}|{Session:yyyyMMdd}|{To}|{MarketTime.UtcTicks}|"
                            + $"{LateSubscription}{(News is null ? "" : $"|{SeenAt.UtcTicks}")}"
                    )
                )
            )
        );

    /// <summary>Which way the incident goes that it belongs to: volume and halts have no direction of their own, the price has.</summary>
    public Direction IncidentDirection =>
        Metric is MetricId.Volume or MetricId.Halted && Symbol is { } symbol ? symbol.Direction : Direction;

    /// <summary>The crossing itself.</summary>
    public Crossing Crossing => new(Metric, Direction, From, To);
}

/// <summary>The figures of the news of one symbol or topic at one look.</summary>
/// <param name="About">What it is about, as a rule writes it: <c>NVDA</c>, <c>"DeepSeek"</c>.</param>
/// <param name="Count">Distinct stories within the last hour.</param>
/// <param name="Usual">How many stories an hour are usual, if known.</param>
/// <param name="Title">The headline of the newest: other people's words.</param>
/// <param name="Source">Who had it.</param>
/// <param name="Time">When it came out (UTC).</param>
public sealed record NewsReading(string About, int Count, double? Usual, string Title, string Source, DateTimeOffset Time);

/// <summary>The figures of one basket at one look.</summary>
/// <param name="Name">The basket.</param>
/// <param name="MedianMove">Median day-move of its members, percent.</param>
/// <param name="Breadth">Share of members beyond the joining threshold, percent, signed like the median.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Members">Its members that have a fresh quote.</param>
/// <param name="Wider">The members of the wider basket that are not its own.</param>
public sealed record BasketReading(
    string Name,
    double MedianMove,
    double Breadth,
    Severity Severity,
    IReadOnlyList<MemberReading> Members,
    IReadOnlyList<MemberReading> Wider
)
{
    /// <summary>How bad it is for something that goes one way.</summary>
    public Severity SeverityTowards(Direction direction) => MedianMove < 0 == direction is Direction.Down ? Severity : Severity.Plain;
}
