using MarketAlerts.Core.MarketPages;
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
    public void Value_FollowsTheThresholds(double last, double? usualDay, double expected) =>
        new Tier().Value(StateOf(last, usualDay)).ShouldBe(expected);

    [Fact]
    public void Value_FollowsTheOptions_WhenTheyAreChanged() =>
        new Tier()
            .Value(
                StateOf(90, 2),
                new ThresholdOptions
                {
                    SeverePercent = 20,
                    NotablePercent = 3,
                    NotableSigma = 1,
                }
            )
            .ShouldBe(-1);

    // 142.62 x 0.92 = 131.2104: the quotient is not exactly 0.92 in binary, yet it is 8 %.
    [Fact]
    public void Value_IsSevere_WhateverTheLastBitSays()
    {
        var state = Given.State("NVDA", "15:00", 131.2104, 142.62);

        new Tier().Value(state).ShouldBe(-2);
    }

    private static SymbolState StateOf(double last, double? usualDay)
    {
        var state = Given.State("NVDA", "15:00", last);
        state.Columns.UsualDay[0] = usualDay ?? double.NaN;
        return state;
    }
}
