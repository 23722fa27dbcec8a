using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>One level on a metric of a target in one direction: what a rule compiles to. A rule for either direction compiles to two.</summary>
/// <param name="Target">What is watched.</param>
/// <param name="Metric">Which number.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Level">Where.</param>
public sealed record RuleLevel(Target Target, MetricId Metric, Direction Direction, Level Level);
