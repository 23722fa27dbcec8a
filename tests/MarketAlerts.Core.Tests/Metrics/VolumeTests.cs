using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Tests.Detection;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>The usual volume is 200 million shares; by 10:00 New York 14.5 % of it are traded, on a half day 10.2 %.</summary>
public sealed class VolumeTests
{
    [Theory]
    [InlineData("15:00", 66_000_000, 22_759)] // 66 / 29 = 2.2759
    [InlineData("14:30", 2_000_000, 10_000)] // 1 % at the open
    [InlineData("21:00", 200_000_000, 10_000)]
    [InlineData("18:00", 115_000_000, 10_000)] // half way from 30 to 390 minutes: (0.145 + 1) / 2 = 57.25 %: 114.5 million, 1.0044
    public void Detect_ComparesWithTheUsualVolumeByThen_OnARegularDay(string time, long volume, long expected)
    {
        var run = Usual();

        run.Poll(Given.Quote("NVDA", time, 100, volume: volume));

        run.First.ExtremeOf(MetricId.Volume, Direction.Up).ShouldBe(time is "18:00" ? 10_044 : expected);
        run.First.ExtremeOf(MetricId.Volume, Direction.Down).ShouldBe(0);
    }

    // 28 November 2025 closes at 18:00 UTC: 10:00 New York is 15:00 UTC, 10.2 % of 200 million are 20.4 million; half a day's volume by the
    // close.
    [Theory]
    [InlineData("2025-11-28T15:00Z", 20_400_000, 10_000)]
    [InlineData("2025-11-28T18:00Z", 200_000_000, 20_000)]
    public void Detect_ComparesWithTheHalfDays_OnOne(string time, long volume, long expected)
    {
        var run = Usual();
        run.First.RestoreCloses(new DateOnly(2025, 11, 26), Enumerable.Range(0, 21).Select(day => (100.0 + (day % 2), 200e6f)));

        run.Poll(Given.Quote("NVDA", time, 100, volume: volume));

        run.First.ExtremeOf(MetricId.Volume, Direction.Up).ShouldBe(expected);
    }

    [Theory]
    [InlineData(-5, 0.01)]
    [InlineData(0, 0.01)]
    [InlineData(10, 0.055)] // a third of the way from 1 to 14.5 %
    [InlineData(30, 0.145)]
    [InlineData(390, 1)]
    [InlineData(500, 1)]
    public void ShareBy_IsAStraightLineBetweenPoints(int minutes, double share) =>
        Given.Volumes.ShareBy(minutes, false).ShouldBe(share, 1e-12);

    private static PageRun Usual()
    {
        var run = new PageRun("NVDA");
        Given.Usual(run.First, 200e6f);
        return run;
    }
}
