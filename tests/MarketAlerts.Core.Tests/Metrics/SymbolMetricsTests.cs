using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>NVDA on 27 January 2025: previous close 142.62, open 124.80, high 128.40, low 116.70, close 118.42.</summary>
public sealed class SymbolMetricsTests
{
    private static readonly MetricInput AtClose = new(118.42, 124.80, 142.62, 3, new BarOptions());

    [Fact]
    public void DayMove_ComparesWithThePreviousClose()
    {
        // (118.42 - 142.62) / 142.62 = -24.20 / 142.62 = -16.9682 %; at the open -17.82 / 142.62 = -12.4947 %.
        new DayMove().Value(AtClose)!.Value.ShouldBe(-16.9682, 0.0001);
        new DayMove().Value(AtClose with { Last = 124.80 })!.Value.ShouldBe(-12.4947, 0.0001);
    }

    [Fact]
    public void OpenMove_ComparesWithTheOpen() =>
        new OpenMove().Value(AtClose)!.Value.ShouldBe(-5.1122, 0.0001); // -6.38 / 124.80

    [Fact]
    public void Gap_ComparesTheOpenWithThePreviousClose_WhateverTheLastPrice() =>
        new Gap().Value(AtClose)!.Value.ShouldBe(-12.4947, 0.0001);

    [Fact]
    public void Surprise_IsTheDayMoveInUsualDays() =>
        new Surprise().Value(AtClose)!.Value.ShouldBe(-5.6561, 0.0001); // -16.9682 / 3

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void Value_IsNull_WithoutAPreviousCloseAboveZero(double? previousClose)
    {
        var input = AtClose with { PreviousClose = previousClose };

        new ISymbolMetric[] { new DayMove(), new Gap(), new Surprise(), new Tier() }.ShouldAllBe(metric => metric.Value(input) == null);
        new OpenMove().Value(input).ShouldNotBeNull();
    }

    [Fact]
    public void Value_IsNull_WithoutAnOpen()
    {
        new OpenMove().Value(AtClose with { Open = null }).ShouldBeNull();
        new Gap().Value(AtClose with { Open = null }).ShouldBeNull();
    }

    [Fact]
    public void Surprise_IsNullNotZero_WithoutHistory() => new Surprise().Value(AtClose with { StandardDeviation = null }).ShouldBeNull();

    [Fact]
    public void ExtremeIndex_IsPinned_BecauseItIsStored()
    {
        SymbolMetrics.All.Select(metric => metric.Id).ShouldBe([MetricId.DayMove, MetricId.OpenMove, MetricId.Gap, MetricId.Surprise, MetricId.Tier]);
        SymbolMetrics.ExtremeCount.ShouldBe(10);
        SymbolMetrics.ExtremeIndex(MetricId.DayMove, Direction.Down).ShouldBe(0);
        SymbolMetrics.ExtremeIndex(MetricId.Gap, Direction.Up).ShouldBe(5);
        SymbolMetrics.ExtremeIndex(MetricId.Tier, Direction.Up).ShouldBe(9);
        SymbolMetrics.ExtremeIndex(MetricId.Price, Direction.Up).ShouldBe(-1);
    }
}
