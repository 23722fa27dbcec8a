using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>Rules on prices, volumes, halts and tiers of symbols in plain words.</summary>
internal static class FigureWords
{
    private const decimal Notable = 1;

    public static string Explain(RuleLevel ruleLevel)
    {
        var (subject, level) = (MoveWords.Subject(ruleLevel.Target), ruleLevel.Level.Value);
        return ruleLevel switch
        {
            { Metric: MetricId.Price, Direction: Direction.Down } => $"the price of {subject} is {RuleNumber.Show(level)} or less",
            { Metric: MetricId.Price } => $"the price of {subject} is {RuleNumber.Show(level)} or more",
            { Metric: MetricId.Volume } =>
                $"{subject} has traded {RuleNumber.Show(level)} times its usual volume for the time of day or more",
            { Metric: MetricId.Halted } => $"trading in {subject} is halted",
            _ when level is Notable => $"{subject} makes a notable move, up or down: a large one that is also unusual for it",
            _ => $"{subject} makes a severe move, up or down: a very large one, however jumpy it usually is",
        };
    }
}
