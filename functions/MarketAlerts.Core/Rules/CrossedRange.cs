using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>The levels of a metric that a crossing passed: whose rules are there is whom it concerns.</summary>
/// <param name="Target">What moved.</param>
/// <param name="Metric">Which number.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Levels">The levels.</param>
public readonly record struct CrossedRange(Target Target, MetricId Metric, Direction Direction, LevelRange Levels);
