namespace MarketAlerts.Core.Metrics;

/// <summary><c>surprise</c>: day-move / sample standard deviation of the last 20 daily returns, in usual days (a z-score without its mean). No value without 20 returns.</summary>
public sealed class Surprise : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.Surprise;

    /// <inheritdoc/>
    public double? Value(in MetricInput input) => Percent.Change(input.PreviousClose, input.Last) / input.StandardDeviation;
}
