using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>What metrics make of symbols.</summary>
internal static class Computed
{
    /// <summary>Both directions of one symbol.</summary>
    public static (double Falling, double Rising) Both(this ISymbolMetric metric, SymbolState state, ThresholdOptions? thresholds = null) =>
        state.MagnitudesOf(metric, thresholds ?? Given.Thresholds);

    /// <summary>Both directions of a whole page, at once.</summary>
    public static (double[] Falling, double[] Rising) Page(this ISymbolMetric metric, SymbolColumns columns)
    {
        var (falling, rising) = (new double[columns.PaddedRows], new double[columns.PaddedRows]);
        metric.Compute(MetricColumns.Create(columns, Given.Thresholds, new double[columns.PaddedRows]), falling, rising);
        return (falling[..columns.Symbols.Count], rising[..columns.Symbols.Count]);
    }

    /// <summary>A value signed by its direction: what rises by x falls by -x.</summary>
    public static double Value(this ISymbolMetric metric, SymbolState state, ThresholdOptions? thresholds = null)
    {
        var (falling, rising) = metric.Both(state, thresholds);
        falling.ShouldBe(-rising);
        return rising;
    }
}
