using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Tests.Metrics;

public sealed class EpisodeTests
{
    [Fact]
    public void Take_GivesACrossingOnlyWhenAnExtremeMoves()
    {
        var extremes = new long[2];
        var crossings = new List<Crossing>();
        foreach (var value in new[] { -12.4947, -9.97, -12.4947, -16.97, 3.0 })
        {
            Episode.Take(MetricId.DayMove, value, extremes, crossings);
        }

        crossings.ShouldBe(
        [
            new Crossing(MetricId.DayMove, Direction.Down, 0, 124_947),
            new Crossing(MetricId.DayMove, Direction.Down, 124_947, 169_700),
            new Crossing(MetricId.DayMove, Direction.Up, 0, 30_000),
        ]);
        extremes.ShouldBe([169_700, 30_000]);
    }

    [Fact]
    public void Take_GivesNothing_AtZero()
    {
        var crossings = new List<Crossing>();

        Episode.Take(MetricId.DayMove, 0, new long[2], crossings);

        crossings.ShouldBeEmpty();
    }
}
