using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Guards;

/// <summary>The guards' answer about one quote: what happens to it, and why.</summary>
/// <param name="Symbol">Whose quote.</param>
/// <param name="MarketTime">When it was printed.</param>
/// <param name="Price">Its price.</param>
/// <param name="Kind">Accept, hold or reject.</param>
/// <param name="Reason">Why.</param>
public sealed record Verdict(Symbol Symbol, DateTimeOffset MarketTime, double Price, VerdictKind Kind, VerdictReason Reason)
{
    /// <summary>Whether it is worth a record: everything but plain acceptance and the source repeating itself.</summary>
    public bool IsNotable => Reason is not (VerdictReason.Accepted or VerdictReason.NotNewer);
}
