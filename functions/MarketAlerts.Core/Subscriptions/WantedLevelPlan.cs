using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>The levels a rule needs detected: its own, and for a basket the joining bar, notable and severe of each member. News needs none: no quote decides it.</summary>
/// <param name="bars">The joining bar.</param>
public sealed class WantedLevelPlan(BarOptions bars)
{
    /// <summary>The levels on symbols.</summary>
    public IEnumerable<Watch> OnSymbols(Watch watch, Catalog catalog) => watch.Target.Kind switch
    {
        _ when watch.Metric is MetricId.Mentions => [],
        's' => [watch],
        'a' => MembersOf(watch, catalog).Select(member => watch with { Target = Target.OfSymbol(member) }),
        _ => MembersOf(watch, catalog).SelectMany(member => OfMember(member, watch.Direction)),
    };

    /// <summary>The levels on baskets.</summary>
    public static IEnumerable<Watch> OnBaskets(Watch watch) => watch.Target.IsBasket ? [watch] : [];

    private static IReadOnlyList<Symbol> MembersOf(Watch watch, Catalog catalog) =>
        catalog.Baskets.TryGetValue(watch.Target.Name, out var basket) ? basket.Members : [];

    private IEnumerable<Watch> OfMember(Symbol member, Direction direction)
    {
        var target = Target.OfSymbol(member);
        yield return new Watch(target, MetricId.DayMove, direction, Level.Of(bars.JoiningPercent));
        yield return new Watch(target, MetricId.Tier, direction, Level.Of(1.0));
        yield return new Watch(target, MetricId.Tier, direction, Level.Of(2.0));
    }
}
