using MarketAlerts.Core.Market.Verdicts;

namespace MarketAlerts.Adapters.Tables;

/// <summary>A verdict as it is stored.</summary>
internal sealed record VerdictDocument(string Symbol, DateTimeOffset MarketTime, double Price, VerdictReason Reason)
{
    public static VerdictDocument From(Verdict verdict) => new(verdict.Symbol.Text, verdict.MarketTime, verdict.Price, verdict.Reason);

    public Verdict ToVerdict() => new(Core.Market.Symbol.Parse(Symbol), MarketTime, Price, Reason);
}
