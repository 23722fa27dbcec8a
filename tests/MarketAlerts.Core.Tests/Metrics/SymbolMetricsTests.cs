using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>NVDA on 27 January 2025: previous close 142.62, open 124.80, high 128.40, low 116.70, close 118.42.</summary>
public sealed class SymbolMetricsTests
{
    private readonly SymbolState _nvda = Given.State("NVDA", "21:00", 118.42, 142.62, 124.80);

    [Fact]
    public void DayMove_ComparesWithThePreviousClose()
    {
        // (118.42 - 142.62) / 142.62 = -24.20 / 142.62 = -16.9682 %; at the open -17.82 / 142.62 = -12.4947 %.
        new DayMove()
            .Value(_nvda)
            .ShouldBe(-16.9682, 0.0001);
        _nvda.Last = 124.80;
        new DayMove().Value(_nvda).ShouldBe(-12.4947, 0.0001);
    }

    [Fact]
    public void OpenMove_ComparesWithTheOpen() => new OpenMove().Value(_nvda).ShouldBe(-5.1122, 0.0001); // -6.38 / 124.80

    [Fact]
    public void Gap_ComparesTheOpenWithThePreviousClose_WhateverTheLastPrice() => new Gap().Value(_nvda).ShouldBe(-12.4947, 0.0001);

    [Fact]
    public void Surprise_IsTheDayMoveInUsualDays()
    {
        _nvda.Columns.UsualDay[0] = 3;

        new Surprise().Value(_nvda).ShouldBe(-5.6561, 0.0001); // -16.9682 / 3
    }

    [Fact]
    public void Volume_IsInMultiplesOfTheUsualVolumeSoFar_AndOnlyRises()
    {
        // 66 million shares; by 10:00 usually 14.5 % of 200 million = 29 million: 66 / 29 = 2.2759.
        (_nvda.Volume, _nvda.Columns.UsualVolumeSoFar[0]) = (66e6, 0.145 * 200e6);

        new Volume().Both(_nvda).Rising.ShouldBe(2.2759, 0.0001);
        new Volume().Both(_nvda).Falling.ShouldBe(double.NaN);
    }

    [Fact]
    public void Relative_SubtractsTheBenchmarksMove()
    {
        _nvda.Columns.BenchmarkMove[0] = -1.4128; // SPY

        new Relative().Value(_nvda).ShouldBe(-15.5554, 0.0001); // -16.9682 + 1.4128
    }

    [Fact]
    public void PreMoveAndAfterMove_CompareWithTheCloseBeforeThem()
    {
        (_nvda.Columns.PreMarketLast[0], _nvda.Columns.PreMarketBase[0]) = (110.40, 120);
        (_nvda.Columns.AfterHoursLast[0], _nvda.Columns.AfterHoursBase[0]) = (126, 120);

        new PreMove().Value(_nvda).ShouldBe(-8, 1e-9); // -9.60 / 120
        new AfterMove().Value(_nvda).ShouldBe(5, 1e-9); // 6 / 120
    }

    [Fact]
    public void Value_IsNoValue_WithoutAPreviousClose()
    {
        _nvda.PreviousClose = null;

        new ISymbolMetric[] { new DayMove(), new Gap(), new Surprise(), new Tier(), new Relative() }.ShouldAllBe(metric =>
            double.IsNaN(metric.Both(_nvda).Rising)
        );
        new OpenMove().Value(_nvda).ShouldBe(-5.1122, 0.0001);
    }

    [Fact]
    public void Value_IsNoValue_WithoutAnOpen()
    {
        _nvda.Open = null;

        new OpenMove().Both(_nvda).ShouldBe((double.NaN, double.NaN));
        new Gap().Both(_nvda).ShouldBe((double.NaN, double.NaN));
    }

    [Fact]
    public void Surprise_IsNoValueNotZero_WithoutHistory() => new Surprise().Both(_nvda).ShouldBe((double.NaN, double.NaN));

    [Fact]
    public void All_IsPinned_BecauseTheOrderIsStored()
    {
        SymbolMetrics
            .All.Select(metric => metric.Id)
            .ShouldBe([
                MetricId.DayMove,
                MetricId.OpenMove,
                MetricId.Gap,
                MetricId.Surprise,
                MetricId.Tier,
                MetricId.Move5m,
                MetricId.Move15m,
                MetricId.Move30m,
                MetricId.Move60m,
                MetricId.Volume,
                MetricId.Relative,
                MetricId.PreMove,
                MetricId.AfterMove,
            ]);
        SymbolMetrics.IndexOf(MetricId.Gap).ShouldBe(2);
        SymbolMetrics.IndexOf(MetricId.Price).ShouldBe(-1);
        SymbolMetrics.Find(MetricId.Price).ShouldBeNull();
        SymbolMetrics.Find(MetricId.Move30m)!.Id.ShouldBe(MetricId.Move30m);
    }

    [Fact]
    public void Parts_AreTheRegularSession_ExceptBeforeAndAfterIt()
    {
        SymbolMetrics
            .All.Where(metric => metric.Part is not SessionPart.Regular)
            .Select(metric => (metric.Id, metric.Part))
            .ShouldBe([(MetricId.PreMove, SessionPart.PreMarket), (MetricId.AfterMove, SessionPart.AfterHours)]);
        SymbolMetrics
            .All.Where(metric => metric.EpisodeEnd is EpisodeEnd.BackAtHalf)
            .Select(metric => metric.Id)
            .ShouldBe([MetricId.Move5m, MetricId.Move15m, MetricId.Move30m, MetricId.Move60m]);
    }
}
