using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>Rules on moves in plain words: who, which way, how far, from where.</summary>
internal static class MoveWords
{
    public static string Explain(Rule rule)
    {
        var (metric, way, levels) = (rule.Levels[0].Metric, WayOf(rule), StepWords.LevelsOf(rule));
        var unit = metric switch
        {
            MetricId.Relative => "percentage points",
            MetricId.Surprise => "usual days",
            _ => "%",
        };
        var far = levels.Count > 1 ? "" : $" {RuleNumber.Show(levels[0])} {unit} or more";
        var further = levels.Count > 1 ? StepWords.Explain(levels, unit) : "";
        return $"{Subject(rule.Levels[0].Target)} {Verb(metric, way)}{far} {From(metric, way)}{further}";
    }

    public static string Subject(Target target) =>
        target.Kind switch
        {
            TargetKind.AnyIn => $"any member of #{target.Name}",
            TargetKind.Basket => $"the median member of #{target.Name}",
            _ => target.Name,
        };

    /// <summary>The direction, or null for either.</summary>
    private static Direction? WayOf(Rule rule) =>
        rule.Levels.All(ruleLevel => ruleLevel.Direction == rule.Levels[0].Direction) ? rule.Levels[0].Direction : null;

    private static string Verb(MetricId metric, Direction? way) =>
        (metric, way) switch
        {
            (MetricId.Gap, _) => "opens",
            (MetricId.Relative, _) => "does",
            (_, Direction.Down) => "falls",
            (_, Direction.Up) => "rises",
            _ => "moves",
        };

    private static string From(MetricId metric, Direction? way) =>
        metric switch
        {
            MetricId.OpenMove => "from its first price of the session" + Either(way),
            MetricId.Gap => $"{Pick(way, "below", "above", "below or above")} its previous close",
            MetricId.Relative => $"{Pick(way, "worse", "better", "worse or better")} today than the benchmark of its basket",
            MetricId.PreMove => "from its previous close before the market opens" + Either(way),
            MetricId.AfterMove => "from the day's close after the market has closed" + Either(way),
            MetricId.Move5m => FromWindow(way, 5),
            MetricId.Move15m => FromWindow(way, 15),
            MetricId.Move30m => FromWindow(way, 30),
            MetricId.Move60m => FromWindow(way, 60),
            _ => "from its previous close" + Either(way),
        };

    private static string FromWindow(Direction? way, int minutes) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"from its {Pick(way, "highest", "lowest", "highest or lowest")} price of the last {minutes} minutes"
        );

    private static string Either(Direction? way) => Pick(way, "", "", ", up or down");

    private static string Pick(Direction? way, string down, string up, string either) =>
        way switch
        {
            Direction.Down => down,
            Direction.Up => up,
            _ => either,
        };
}

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
