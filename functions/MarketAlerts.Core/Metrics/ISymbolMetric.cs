namespace MarketAlerts.Core.Metrics;

/// <summary>A metric of a symbol whose episode is the session: one folder, one line in <see cref="SymbolMetrics"/>.</summary>
public interface ISymbolMetric
{
    /// <summary>Which metric it is.</summary>
    MetricId Id { get; }

    /// <summary>The signed value in the metric's unit; null when there is not enough data, which is never zero.</summary>
    double? Value(in MetricInput input);
}
