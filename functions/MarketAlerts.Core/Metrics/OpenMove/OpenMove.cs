namespace MarketAlerts.Core.Metrics;

/// <summary><c>open-move</c>: 100 x (last / session open - 1), in percent. No value before the first print.</summary>
public sealed class OpenMove : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.OpenMove;

    /// <inheritdoc/>
    public double? Value(in MetricInput input) => Percent.Change(input.Open, input.Last);
}
