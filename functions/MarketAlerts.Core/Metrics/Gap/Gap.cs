namespace MarketAlerts.Core.Metrics;

/// <summary><c>gap</c>: 100 x (session open / previous close - 1), in percent, known from the first print on.</summary>
public sealed class Gap : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.Gap;

    /// <inheritdoc/>
    public double? Value(in MetricInput input) => input.Open is { } open ? Percent.Change(input.PreviousClose, open) : null;
}
