using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>Makes the levels of a rule: one a direction and step.</summary>
internal static class RuleCompiler
{
    private const int MostSteps = 25;
    private const decimal DeepestFall = 100m;

    public static Rule Compile(RuleCondition condition, RuleModifiers modifiers) =>
        new(
            condition.Text + modifiers.Text,
            [.. condition.Directions.SelectMany(direction => RuleLevelsOf(condition, modifiers.Step, direction))],
            new RuleTerms(modifiers.Once, modifiers.Until, modifiers.AndNews, condition.News)
        );

    private static IEnumerable<RuleLevel> RuleLevelsOf(RuleCondition condition, decimal? step, Direction direction) =>
        LevelsOf(condition.Level, step, direction)
            .Select(level => new RuleLevel(condition.Target, condition.Metric, direction, Level.FromValue(level)));

    /// <summary>The level, and with a step further ones. Nothing falls further than to zero.</summary>
    private static IEnumerable<decimal> LevelsOf(decimal first, decimal? step, Direction direction)
    {
        var further = step is { } distance ? Enumerable.Range(1, MostSteps).Select(count => first + (count * distance)) : [];
        return further.Where(level => direction is Direction.Up || level <= DeepestFall).Prepend(first);
    }
}
