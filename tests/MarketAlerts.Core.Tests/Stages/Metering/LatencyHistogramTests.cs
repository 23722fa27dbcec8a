using MarketAlerts.Core.Stages.Metering;

namespace MarketAlerts.Core.Tests.Stages.Metering;

/// <summary>Bounds in question: ... 20, 30, 45, 60, 75, 90, ... 300, 600, 1200, 1800, 3600 s.</summary>
public sealed class LatencyHistogramTests
{
    // times x seconds; by hand:
    // 20 in (30, 45]: the 19th of 20 lies at 30 + 15 * 19/20.
    // 19 in (30, 45] and one slow: the 19th is the last of its step.
    // 18 in (30, 45] and 2 in (600, 1200]: the 19th is the first of two there, 600 + 600 * 1/2.
    // 100: the 95th is the 5th of 10 in (75, 90], 75 + 15 * 5/10.
    // 5 and 19: below 20 the slowest is left out, so the 4th of 5 and the 18th of 19.
    // 3 of 5 fast: the 4th is the first of two in (600, 1200].
    // 40 beyond an hour: the last bound.
    [Theory]
    [InlineData("20x40", 44.25)]
    [InlineData("19x40 1x700", 45)]
    [InlineData("18x40 2x700", 900)]
    [InlineData("90x40 10x80", 82.5)]
    [InlineData("4x40 1x700", 45)]
    [InlineData("3x40 2x700", 900)]
    [InlineData("18x40 1x700", 45)]
    [InlineData("40x7200", 3_600)]
    [InlineData("20x0", 4.75)]
    [InlineData("20x-30", 4.75)]
    [InlineData("1x40", 30)]
    [InlineData("", 0)]
    public void P95_IsTheTimeOfMost(string times, double expected) =>
        LatencyHistogram.FromLatencies(Times(times)).P95().ShouldBe(expected, 1e-9);

    [Fact]
    public void Of_CountsABound_WithWhatLiesBelow()
    {
        var counts = LatencyHistogram.FromLatencies(Times("1x5 1x5.1 1x3600 1x3601")).Counts;

        (counts[0], counts[1], counts[^2], counts[^1], counts.Count).ShouldBe((1, 1, 1, 1, 19));
    }

    [Fact]
    public void With_AddsUp()
    {
        var both = LatencyHistogram.FromLatencies(Times("18x40")).With(LatencyHistogram.FromLatencies(Times("2x700")));

        (both.Count, both.P95()).ShouldBe((20, 900));
        LatencyHistogram.Empty.Count.ShouldBe(0);
    }

    private static IEnumerable<TimeSpan> Times(string text) =>
        from part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let pair = part.Split('x')
        from _ in Enumerable.Range(0, int.Parse(pair[0], System.Globalization.CultureInfo.InvariantCulture))
        select TimeSpan.FromSeconds(double.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
}
