using MarketAlerts.Core.News.Tagging;

namespace MarketAlerts.Adapters.Tables;

/// <summary>What a story says of a move, as it is stored.</summary>
internal sealed record ClaimDocument(string? Symbol, double Percent, string Words)
{
    public static ClaimDocument From(PercentClaim claim) => new(claim.Symbol?.Text, claim.Percent, claim.Words);

    public PercentClaim ToClaim() => new(Symbol is { } symbol ? Core.Market.Symbol.Parse(symbol) : null, Percent, Words);
}
