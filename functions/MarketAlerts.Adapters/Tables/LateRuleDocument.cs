using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Pages;

namespace MarketAlerts.Adapters.Tables;

/// <summary>A late rule as it is stored.</summary>
internal sealed record LateRuleDocument(
    string Symbol,
    MetricId Metric,
    Direction Direction,
    long Level,
    DateOnly Session,
    long Subscription
)
{
    public static LateRuleDocument From(LateRule rule) =>
        new(rule.Symbol.Text, rule.Metric, rule.Direction, rule.Level, rule.Session, rule.SubscriptionHash);

    public LateRule ToRule() => new(Core.Market.Symbol.Parse(Symbol), Metric, Direction, Level, Session, Subscription);
}
