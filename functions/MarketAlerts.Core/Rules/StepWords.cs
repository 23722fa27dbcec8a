namespace MarketAlerts.Core.Rules;

/// <summary>The levels of a rule that goes on "every 2% further", in plain words.</summary>
internal static class StepWords
{
    private const int MostShown = 4;

    /// <summary>The levels of the direction that has most of them, in order.</summary>
    public static IReadOnlyList<decimal> LevelsOf(Rule rule) =>
        rule
            .Levels.GroupBy(ruleLevel => ruleLevel.Direction)
            .MaxBy(group => group.Count())!
            .Select(ruleLevel => ruleLevel.Level.Value)
            .ToArray();

    /// <summary>Such as <c>, at 5, 7, 9 ... 55 % (every 2 % further)</c>.</summary>
    public static string Explain(IReadOnlyList<decimal> levels, string unit)
    {
        var shown =
            levels.Count <= MostShown
                ? string.Join(", ", levels.Select(RuleNumber.Show))
                : $"{string.Join(", ", levels.Take(MostShown - 1).Select(RuleNumber.Show))} ... {RuleNumber.Show(levels[^1])}";
        return $", at {shown} {unit} (every {RuleNumber.Show(levels[1] - levels[0])} {unit} further)";
    }
}
