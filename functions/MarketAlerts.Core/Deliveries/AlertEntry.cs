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
