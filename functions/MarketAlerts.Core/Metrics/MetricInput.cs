namespace MarketAlerts.Core.Metrics;

/// <summary>What a metric of a symbol is computed from: the session's figures after the guards.</summary>
/// <param name="Last">The last accepted price.</param>
/// <param name="Open">The session's first price, or null before it.</param>
/// <param name="PreviousClose">The previous close, split-adjusted, or null when unknown.</param>
/// <param name="StandardDeviation">The usual day in percent, or null without 20 returns.</param>
/// <param name="Bars">The bars of notable and severe.</param>
public readonly record struct MetricInput(double Last, double? Open, double? PreviousClose, double? StandardDeviation, BarOptions Bars);
