using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Universe;

/// <summary>
/// The levels a rule needs detected: its own, and for a basket the joining threshold, notable and severe of each member. News needs none:
/// no quote decides it.
/// </summary>
/// <param name="thresholds">The joining threshold.</param>
public sealed class WantedLevelPlan(ThresholdOptions thresholds)
{
    /// <summary>The levels on a symbol, or on any of a basket: those stand once on every page that holds a member.</summary>
    public IEnumerable<RuleLevel> OnPages(RuleLevel ruleLevel) =>
        ruleLevel.Target.Kind switch
        {
            _ when ruleLevel.Metric is MetricId.Mentions or MetricId.Burst => [],
            TargetKind.Basket => OfMembers(Target.OfAnyIn(ruleLevel.Target.Name), ruleLevel.Direction),
            _ => [ruleLevel],
        };

    /// <summary>The levels on baskets.</summary>
    public static IEnumerable<RuleLevel> OnBaskets(RuleLevel ruleLevel) => ruleLevel.Target.IsBasket ? [ruleLevel] : [];

    /// <summary>The symbols a target of a page's level means.</summary>
    public static IReadOnlyList<Symbol> SymbolsOf(Target target, Catalog catalog) =>
        target.Symbol is { } symbol ? [symbol]
        : catalog.Baskets.TryGetValue(target.Name, out var basket) ? basket.Members
        : [];

    /// <summary>The pages that hold a symbol the target means.</summary>
    public static IEnumerable<string> PagesOf(Target target, Catalog catalog) =>
        SymbolsOf(target, catalog).Select(symbol => catalog.Pages[symbol]).Distinct();

    private IEnumerable<RuleLevel> OfMembers(Target members, Direction direction)
    {
        yield return new RuleLevel(members, MetricId.DayMove, direction, Level.FromValue(thresholds.JoiningPercent));
        yield return new RuleLevel(members, MetricId.Tier, direction, Level.FromValue(1.0));
        yield return new RuleLevel(members, MetricId.Tier, direction, Level.FromValue(2.0));
    }
}
