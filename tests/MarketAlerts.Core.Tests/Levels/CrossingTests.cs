using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Tests.Levels;

public sealed class CrossingTests
{
    [Fact]
    public void Levels_Hold3And5And7And10And12ButNot15_WhenNvdaGaps12AndAHalfPercent()
    {
        // 27 Jan 2025: 142.62 -> 124.80, 17.82 / 142.62 = 12.4947 %.
        var levels = new Crossing(MetricId.DayMove, Direction.Down, 0, 124_947).Levels;

        new[] { 3, 5, 7, 10, 12, 15 }.Where(percent => levels.Contains(percent * 10_000)).ShouldBe([3, 5, 7, 10, 12]);
    }

    [Theory]
    [InlineData(50_000, false)]
    [InlineData(50_001, true)]
    [InlineData(70_000, true)]
    [InlineData(70_001, false)]
    public void Levels_ExcludeTheOldExtremeAndIncludeTheNew_WhenAMagnitudeGrows(long level, bool expected) =>
        new Crossing(MetricId.DayMove, Direction.Up, 50_000, 70_000).Levels.Contains(level).ShouldBe(expected);

    // A price falls from 124.80 to exactly 120.00: `below 120` is touched, `below 124.80` was told before.
    [Theory]
    [InlineData(1_200_000, true)]
    [InlineData(1_199_999, false)]
    [InlineData(1_247_999, true)]
    [InlineData(1_248_000, false)]
    public void Levels_IncludeTheTouchedLevel_WhenAPriceFalls(long level, bool expected) =>
        new Crossing(MetricId.Price, Direction.Down, 1_248_000, 1_200_000).Levels.Contains(level).ShouldBe(expected);

    [Theory]
    [InlineData(1_500_000, true)]
    [InlineData(1_500_001, false)]
    [InlineData(1_426_200, false)]
    public void Levels_IncludeTheTouchedLevel_WhenAPriceRises(long level, bool expected) =>
        new Crossing(MetricId.Price, Direction.Up, 1_426_200, 1_500_000).Levels.Contains(level).ShouldBe(expected);
}
