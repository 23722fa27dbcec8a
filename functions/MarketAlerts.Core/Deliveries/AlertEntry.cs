using System.Globalization;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Deliveries;

/// <summary>One thing that one subscriber may have to be told.</summary>
/// <param name="Kind">Why.</param>
/// <param name="IncidentId">The incident it belongs to.</param>
/// <param name="Session">That incident's session.</param>
/// <param name="Rules">The rules that fired.</param>
/// <param name="Symbols">The symbols that it is about.</param>
/// <param name="Severity">How bad.</param>
/// <param name="MarketTime">Market time of the evidence.</param>
/// <param name="SeenAt">When we saw it.</param>
public sealed record AlertEntry(
    EntryKind Kind,
    string IncidentId,
    DateOnly Session,
    IReadOnlyList<Rule> Rules,
    IReadOnlyList<Symbol> Symbols,
    Severity Severity,
    DateTimeOffset MarketTime,
    DateTimeOffset SeenAt
)
{
    /// <summary>What else of the incident its subscriber hears of through this.</summary>
    public Following Following { get; init; }

    /// <summary>What fired: the levels of the rules, with the value that passed each; empty where no rule did.</summary>
    public IReadOnlyList<FiredLevel> Fired { get; init; } = [];

    /// <summary>The quote of the incident's own symbol that did it; null for a basket and where no quote did.</summary>
    public MemberReading? Reading { get; init; }

    /// <summary>The figures of the incident's own basket; null for a symbol and where no look did it.</summary>
    public BasketFigures? Basket { get; init; }

    /// <summary>The day-move of the incident's own target, of a basket its median, in percent; null where it is not known.</summary>
    public double? Move
    {
        get => field ?? Reading?.DayMove ?? Basket?.MedianMove;
        init;
    }

    /// <summary>What a notice says; null for an alert.</summary>
    public Notice? Notice { get; init; }
}

/// <summary>A level of a rule that a value passed.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Metric">Which number.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Level">The level asked for.</param>
/// <param name="Value">The number that passed it, in the metric's unit; of a metric that counts both ways its magnitude.</param>
public sealed record FiredLevel(Rule Rule, MetricId Metric, Direction Direction, Level Level, double Value)
{
    /// <summary>Whether its subscriber chose the number, and not the word notable or severe.</summary>
    public bool IsNumbered => Metric is not (MetricId.Tier or MetricId.Halted or MetricId.Mentions or MetricId.Burst);

    /// <summary>Names the level among those of its subscriber.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Rule}|{Direction}|{Level.Units}");
}

/// <summary>The figures of a basket at one look, without its members.</summary>
/// <param name="MedianMove">Median day-move, percent.</param>
/// <param name="Breadth">Share of members beyond the joining threshold, percent, signed like the median.</param>
/// <param name="Severity">How bad.</param>
public sealed record BasketFigures(double MedianMove, double Breadth, Severity Severity)
{
    /// <summary>Those of a reading; null of none.</summary>
    public static BasketFigures? Of(BasketReading? reading) =>
        reading is null ? null : new BasketFigures(reading.MedianMove, reading.Breadth, reading.Severity);
}

/// <summary>Why an entry waits for somebody.</summary>
public enum EntryKind
{
    /// <summary>One of their rules fired.</summary>
    Rule,

    /// <summary>An incident they were told of became more severe.</summary>
    Escalated,

    /// <summary>An incident they were told of went further.</summary>
    Further,

    /// <summary>Members of an incident they were told of became notable.</summary>
    MemberNotable,

    /// <summary>An incident they were told of is over.</summary>
    Recovered,

    /// <summary>An incident they were told was over is on again.</summary>
    Reopened,

    /// <summary>Half of a swing they were told of is given back.</summary>
    GivenBack,

    /// <summary>Trading that they were told was halted goes on.</summary>
    Resumed,

    /// <summary>What an incident they were told of rests on was revised.</summary>
    Corrected,

    /// <summary>How the day ended for an incident they were told of.</summary>
    CloseOfDay,

    /// <summary>How the next session began for an incident they were told of.</summary>
    NextSession,

    /// <summary>Something became of their rules, or of them as a subscriber; no alert.</summary>
    Notice,
}

/// <summary>
/// What a subscriber hears of an incident after its first message, beside that it is over or was wrong: that everybody hears who was told.
/// </summary>
public enum Following
{
    /// <summary>Nothing: a <c>once</c> rule ends with its message, and one with <c>and news</c> asks for more than the incident.</summary>
    Nothing,

    /// <summary>That it became more severe, that it is on again, and that members became notable.</summary>
    Changes,

    /// <summary>
    /// Besides how the day ended and how the next one began: it was told through a rule on something notable or severe, or on a basket.
    /// </summary>
    Days,
}
