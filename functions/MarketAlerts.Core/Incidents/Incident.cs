using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Incidents;

/// <summary>Something that happens in the market in one session: one target, one direction. It knows nothing of people.</summary>
/// <param name="Id">Such as <c>chips-down-20250127</c>.</param>
/// <param name="Session">The session's date in New York.</param>
/// <param name="Target">The target it is about.</param>
/// <param name="Direction">Which way.</param>
/// <param name="OpenedAt">Market time of the quote that opened it.</param>
/// <param name="Severity">As severe as its severest member.</param>
/// <param name="MedianMove">For a basket the median day-move when last seen, percent.</param>
/// <param name="Breadth">For a basket the share of members beyond the joining threshold when last seen, percent.</param>
/// <param name="Members">Who is in it.</param>
/// <param name="AlsoMoving">Movers of the wider basket that are not members.</param>
/// <param name="NotMoving">Who stays out of it.</param>
/// <param name="Transitions">Its life so far.</param>
/// <param name="Applied">The events it has taken and what each did.</param>
public sealed record Incident(
    string Id,
    DateOnly Session,
    Target Target,
    Direction Direction,
    DateTimeOffset OpenedAt,
    Severity Severity,
    double? MedianMove,
    double? Breadth,
    IReadOnlyList<IncidentMember> Members,
    IReadOnlyList<MemberReading> AlsoMoving,
    IReadOnlyList<MemberReading> NotMoving,
    IReadOnlyList<IncidentTransition> Transitions,
    IReadOnlyDictionary<string, IncidentChange> Applied
)
{
    /// <summary>Where it is in its life.</summary>
    public IncidentState State { get; init; }

    /// <summary>The evidence that was revised, told as a correction; once a member.</summary>
    public IReadOnlyList<IncidentRevision> Revised { get; init; } = [];

    /// <summary>How bad the basket itself was at its worst; its members do not count.</summary>
    public Severity BasketHighest { get; init; }

    /// <summary>How far its target was at most, in percent, signed; what evidence showed so far.</summary>
    public double Furthest { get; init; }

    /// <summary>What crossed levels on its own target, in the order it came; so it can be counted how often one was passed.</summary>
    public IReadOnlyList<IncidentCrossing> Crossings { get; init; } = [];

    /// <summary>Market time of the basket's figures, or null before there are any.</summary>
    public DateTimeOffset? FiguresAt { get; init; }

    /// <summary>What the news is about, of an incident that is news; null for one of prices.</summary>
    public NewsReading? News { get; init; }

    /// <summary>What it is about, as subscribers write it.</summary>
    public string About => News?.About ?? Target.Display;

    /// <summary>The stored version this was read at, opaque; null when it is new.</summary>
    public string? ETag { get; init; }

    /// <summary>The id of the incident of a target in one direction and session.</summary>
    public static string IdOf(Target target, Direction direction, DateOnly session) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{target.Name}-{(direction is Direction.Down ? "down" : "up")}-{session:yyyyMMdd}"
        );

    /// <summary>The id of the incident that an event belongs to; the news of a symbol are another one than its prices.</summary>
    public static string IdOf(MarketEvent evidence) =>
        evidence.News is null
            ? IdOf(evidence.Target, evidence.IncidentDirection, evidence.Session)
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"news-{evidence.Target.Name}-{evidence.Session:yyyyMMdd}");

    /// <summary>Whether anything can still happen to it.</summary>
    public bool IsLive => State is not (IncidentState.Closed or IncidentState.FollowedUp);

    /// <summary>When it last took a step, or null.</summary>
    public DateTimeOffset? LastAt(IncidentStep step) => Transitions.LastOrDefault(transition => transition.Step == step)?.At;

    /// <summary>Whether a member's evidence was revised.</summary>
    public bool IsRevised(Symbol symbol) => Revised.Any(revision => revision.Symbol == symbol);

    /// <summary>The member of a symbol, or null.</summary>
    public IncidentMember? Find(Symbol symbol) => Members.FirstOrDefault(member => member.Reading.Symbol == symbol);
}

/// <summary>A crossing on an incident's own target.</summary>
/// <param name="Metric">Which number.</param>
/// <param name="From">The extreme before, in level units.</param>
/// <param name="To">The extreme then, in level units.</param>
/// <param name="At">Market time.</param>
public sealed record IncidentCrossing(MetricId Metric, long From, long To, DateTimeOffset At)
{
    /// <summary>Whether it passed a level of an incident that goes one way.</summary>
    public bool Passed(MetricId metric, Direction direction, Level level) =>
        metric == Metric && new Crossing(Metric, direction, From, To).Levels.Contains(level.Units);
}

/// <summary>Evidence that was revised: the close that a member's move was measured against is another one now.</summary>
/// <param name="Symbol">The member.</param>
/// <param name="ToldClose">The close it was measured against, in dollars.</param>
/// <param name="Close">The close before as it is known now, in dollars.</param>
/// <param name="ToldMove">The day-move that was told, in percent.</param>
/// <param name="Move">The day-move now, in percent; null without a fresh quote.</param>
public sealed record IncidentRevision(Symbol Symbol, double ToldClose, double Close, double ToldMove, double? Move);

/// <summary>A symbol in an incident.</summary>
/// <param name="Reading">Its newest evidence.</param>
/// <param name="JoinedAt">Market time of the quote with which it joined.</param>
/// <param name="Highest">How bad it was at its worst.</param>
public sealed record IncidentMember(MemberReading Reading, DateTimeOffset JoinedAt, Severity Highest);

/// <summary>What one event did to an incident; kept with the event's id, so that a redelivery gets the same answer.</summary>
/// <param name="Opened">Whether it opened the incident.</param>
/// <param name="Escalated">Whether the severity rose.</param>
/// <param name="NewlyNotable">Members that became notable for the first time after the opening.</param>
public sealed record IncidentChange(bool Opened, bool Escalated, IReadOnlyList<Symbol> NewlyNotable)
{
    /// <summary>Nothing that anybody needs to hear.</summary>
    public static IncidentChange None { get; } = new(false, false, []);

    /// <summary>
    /// The step it took, for one that those who were told hear of: reopened, recovered, corrected, carried or closed, continued or followed
    /// up.
    /// </summary>
    public IncidentStep? Told { get; init; }

    /// <summary>Whether its target went further than ever.</summary>
    public bool Further { get; init; }

    /// <summary>Whether people who were told of the incident hear of it.</summary>
    public bool IsWorthTelling => Escalated || Further || NewlyNotable.Count > 0 || Told is not null;
}
