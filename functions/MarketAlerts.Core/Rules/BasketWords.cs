using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>Rules on the breadth and tier of a basket in plain words.</summary>
internal static class BasketWords
{
    private const decimal Notable = 1;

    public static string Explain(Rule rule)
    {
        var ruleLevel = rule.Levels[0];
        var (basket, level) = ($"#{ruleLevel.Target.Name}", ruleLevel.Level.Value);
        return (ruleLevel.Metric, level) switch
        {
            (MetricId.Breadth, _) => $"{RuleNumber.Show(level)} % or more of the members of {basket} are clearly {WayOf(rule)} today",
            (_, Notable) => $"{basket} as a whole makes a notable move, up or down: most of its members move clearly the same way",
            _ => $"{basket} as a whole makes a severe move, up or down: a notable one in which a member's move is severe",
        };
    }

    private static string WayOf(Rule rule) =>
        rule.Levels.Count > 1 ? "down or up"
        : rule.Levels[0].Direction is Direction.Down ? "down"
        : "up";
}
