namespace MarketAlerts.Core.Market.Verdicts;

/// <summary>The guards' answer about one quote, as it is kept for "why did I (not) get this?".</summary>
/// <param name="Symbol">Whose quote.</param>
/// <param name="MarketTime">When it was printed.</param>
/// <param name="Price">Its price.</param>
/// <param name="Reason">Why.</param>
public sealed record Verdict(Symbol Symbol, DateTimeOffset MarketTime, double Price, VerdictReason Reason)
{
    /// <summary>Accept, tag, hold or reject.</summary>
    public VerdictKind Kind => Reason.Kind();
}
