using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Tests.Metrics;

public sealed class TierTests
{
    // From 100: severe from 8 % whatever is usual; notable from 5 % and twice the usual day.
    [Theory]
    [InlineData(92.0, null, -2)]
    [InlineData(108.0, null, 2)]
    [InlineData(92.0, 9.0, -2)]
    [InlineData(91.99, null, -2)]
    [InlineData(91.99, 9.0, -2)]
    [InlineData(92.01, null, 0)]
    [InlineData(92.01, 1.0, -1)]
    [InlineData(95.0, 2.5, -1)]
    [InlineData(95.0, 2.51, 0)]
    [InlineData(105.0, 2.4, 1)]
    [InlineData(95.01, 1.0, 0)]
    [InlineData(100.0, 1.0, 0)]
    public void Value_FollowsTheBars(double last, double? usualDay, double expected) =>
        new Tier().Value(new MetricInput(last, null, 100, usualDay, new BarOptions())).ShouldBe(expected);

    [Fact]
    public void Value_FollowsTheOptions_WhenTheyAreChanged()
    {
        var bars = new BarOptions { SeverePercent = 20, NotablePercent = 3, NotableSigma = 1 };

        new Tier().Value(new MetricInput(90, null, 100, 2, bars)).ShouldBe(-1);
    }
}
