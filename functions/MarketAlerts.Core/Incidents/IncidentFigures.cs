using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Incidents;

/// <summary>How an incident's target and members stand now.</summary>
/// <param name="Readings">The newest figures of its members, by symbol; of whatever session.</param>
/// <param name="Basket">The figures of its basket, or null: a symbol, or too few fresh quotes.</param>
/// <param name="Own">How far its target is in its direction now, in percent; negative on the other side, null without a fresh
/// value.</param>
/// <param name="Furthest">How far its target was in this session at most, in percent.</param>
/// <param name="IsHalted">Whether trading in its symbol is halted.</param>
/// <param name="PreviousCloses">The closes its members are measured against now, by symbol.</param>
public sealed record IncidentFigures(
    IReadOnlyDictionary<Symbol, MemberReading> Readings,
    BasketReading? Basket,
    double? Own,
    double Furthest,
    bool IsHalted,
    IReadOnlyDictionary<Symbol, double> PreviousCloses
)
{
    /// <summary>How far it was the other way before, where it turned such a move round, in percent; else 0.</summary>
    public double FurthestBefore { get; init; }

    /// <summary>Of an incident of news: no figures belong to it.</summary>
    public static IncidentFigures None { get; } =
        new(new Dictionary<Symbol, MemberReading>(), null, null, 0, false, new Dictionary<Symbol, double>());
}
