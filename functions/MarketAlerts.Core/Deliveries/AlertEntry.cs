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

    /// <summary>What a notice says; null for an alert.</summary>
    public Notice? Notice { get; init; }
}

/// <summary>Why an entry waits for somebody.</summary>
public enum EntryKind
{
    /// <summary>One of their rules fired.</summary>
    Rule,

    /// <summary>An incident they were told of became more severe.</summary>
    Escalated,

    /// <summary>Members of an incident they were told of became notable.</summary>
    MemberNotable,

    /// <summary>An incident they were told of is over.</summary>
    Recovered,

    /// <summary>An incident they were told was over is on again.</summary>
    Reopened,

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
