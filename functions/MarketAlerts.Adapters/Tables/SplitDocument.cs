using MarketAlerts.Core.Market;
using MarketAlerts.Core.Pages;

namespace MarketAlerts.Adapters.Tables;

/// <summary>A split that a page took, as it is stored.</summary>
internal sealed record SplitDocument(
    string Symbol,
    DateOnly Day,
    double NewSharesPerOld,
    DateTimeOffset From,
    bool RulesWait,
    DateTimeOffset? AskedAt
)
{
    public static SplitDocument FromSplit(TakenSplit taken) =>
        new(taken.Split.Symbol.Text, taken.Split.Day, taken.Split.NewSharesPerOld, taken.Split.From, taken.RulesWait, taken.AskedAt);

    public TakenSplit ToSplit() => new(new ShareSplit(Core.Market.Symbol.Parse(Symbol), Day, NewSharesPerOld, From), RulesWait, AskedAt);
}
