using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Tests.Detection;

public sealed class MemberReadingTests
{
    [Fact]
    public void Of_RoundsToFourDigits()
    {
        // 118.42 against 142.62: -24.20 / 142.62 = -16.96817 %; against the open of 124.80: -6.38 / 124.80 = -5.11218 %.
        var reading = MemberReading.Read(Given.State("NVDA", "20:59", 118.42, 142.62, 124.80), Given.Thresholds)!;

        (reading.DayMove, reading.OpenMove, reading.StandardDeviation, reading.Surprise, reading.Severity).ShouldBe(
            (-16.9682, -5.1122, null, null, Severity.Severe)
        );
        reading.Direction.ShouldBe(Direction.Down);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void Of_TellsHowManySourcesShowASevereMove_WhereOneWasAsked(byte sources, int? expected)
    {
        var state = Given.State("NVDA", "20:59", 90);
        state.Columns.Sources[0] = sources;

        MemberReading.Read(state, Given.Thresholds)!.Sources.ShouldBe(expected);
        MemberReading
            .ReadExtended(state, Given.Thresholds, Given.At("21:30"), 89, 90)!
            .Sources.ShouldBeNull("it was asked about the session's price");
    }

    [Fact]
    public void Of_IsNull_BeforeTheFirstQuote() => MemberReading.Read(new SymbolState(Given.Sym("NVDA")), Given.Thresholds).ShouldBeNull();

    [Theory]
    [InlineData(-2.0, Direction.Down, true)]
    [InlineData(-1.9999, Direction.Down, false)]
    [InlineData(-5.0, Direction.Up, false)]
    [InlineData(2.0, Direction.Up, true)]
    public void IsBeyond_NeedsSizeAndDirection(double move, Direction direction, bool expected) =>
        Given.Reading("NVDA", move).IsBeyond(2, direction).ShouldBe(expected);
}
