using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>What a rule says before its modifiers.</summary>
/// <param name="Target">What is watched.</param>
/// <param name="Text">Its canonical text, target and condition.</param>
/// <param name="Metric">Which number.</param>
/// <param name="Directions">Which ways.</param>
/// <param name="Level">Where, in the metric's unit.</param>
internal sealed record RuleCondition(Target Target, string Text, MetricId Metric, IReadOnlyList<Direction> Directions, decimal Level)
{
    /// <summary>The news that the rule is about, or null for a rule on figures.</summary>
    public NewsCondition? News { get; init; }

    /// <summary>Whether the metric is a percentage that runs on, so that further levels make sense.</summary>
    public bool RunsOn =>
        Metric
            is MetricId.DayMove
                or MetricId.OpenMove
                or MetricId.MedianMove
                or MetricId.Relative
                or MetricId.Move5m
                or MetricId.Move15m
                or MetricId.Move30m
                or MetricId.Move60m
                or MetricId.PreMove
                or MetricId.AfterMove;

    public static RuleCondition Create(
        Target target,
        string condition,
        MetricId metric,
        IReadOnlyList<Direction> directions,
        decimal level
    ) => new(target, $"{target.Display} {condition}", metric, directions, level);
}
