namespace MarketAlerts.Core.Metrics;

/// <summary><c>day-move</c>: 100 x (last / previous close - 1), in percent. No value without a previous close.</summary>
public sealed class DayMove : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.DayMove;

    /// <inheritdoc/>
    public double? Value(in MetricInput input) => Percent.Change(input.PreviousClose, input.Last);
}
