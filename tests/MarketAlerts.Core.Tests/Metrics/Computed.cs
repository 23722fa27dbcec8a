using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Pages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Core.Wording;

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
