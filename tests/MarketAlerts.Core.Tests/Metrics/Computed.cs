using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>What metrics make of symbols.</summary>
internal static class Computed
{
    /// <summary>Both directions of one symbol.</summary>
    public static (double Falling, double Rising) Both(this ISymbolMetric metric, SymbolState state, BarOptions? bars = null) =>
        state.MagnitudesOf(metric, bars ?? Given.Bars);

    /// <summary>Both directions of a whole page, at once.</summary>
    public static (double[] Falling, double[] Rising) Page(this ISymbolMetric metric, SymbolColumns columns)
    {
        var (falling, rising) = (new double[columns.PaddedRows], new double[columns.PaddedRows]);
        metric.Compute(MetricColumns.Of(columns, Given.Bars, new double[columns.PaddedRows]), falling, rising);
        return (falling[..columns.Symbols.Count], rising[..columns.Symbols.Count]);
    }

    /// <summary>A value signed by its direction: what rises by x falls by -x.</summary>
    public static double Value(this ISymbolMetric metric, SymbolState state, BarOptions? bars = null)
    {
        var (falling, rising) = metric.Both(state, bars);
        falling.ShouldBe(-rising);
        return rising;
    }
}
