using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Pages;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>What metrics make of symbols.</summary>
internal static class Computed
{
    /// <summary>Both directions of one symbol.</summary>
    public static (double Falling, double Rising) Both(this ISymbolMetric metric, SymbolState state, ThresholdOptions? thresholds = null)
    {
        var (falling, rising) = (0.0, 0.0);
        metric.Compute(state.Metrics(thresholds ?? Given.Thresholds), new Span<double>(ref falling), new Span<double>(ref rising));
        return (falling, rising);
    }

    /// <summary>Both directions of a whole page, at once.</summary>
    public static (double[] Falling, double[] Rising) Page(this ISymbolMetric metric, SymbolColumns columns)
    {
        var (falling, rising) = (new double[columns.Symbols.Count], new double[columns.Symbols.Count]);
        metric.Compute(MetricColumns.Create(columns, Given.Thresholds, new double[columns.Symbols.Count]), falling, rising);
        return (falling, rising);
    }

    /// <summary>A value signed by its direction: what rises by x falls by -x.</summary>
    public static double Value(this ISymbolMetric metric, SymbolState state, ThresholdOptions? thresholds = null)
    {
        var (falling, rising) = metric.Both(state, thresholds);
        falling.ShouldBe(-rising);
        return rising;
    }
}
