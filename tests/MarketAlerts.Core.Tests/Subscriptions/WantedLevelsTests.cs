using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Tests.Subscriptions;

public sealed class WantedLevelsTests
{
    [Fact]
    public void Add_TellsWhetherAnyIsNew_AndKeepsThemSorted()
    {
        var levels = new WantedLevels();

        levels.Add("NVDA", MetricId.DayMove, Direction.Down, 70_000, 30_000).ShouldBeTrue();
        levels.Add("NVDA", MetricId.DayMove, Direction.Down, 30_000).ShouldBeFalse();
        levels.Add("NVDA", MetricId.DayMove, Direction.Down, 50_000, 30_000).ShouldBeTrue();

        levels.All.ShouldHaveSingleItem().Levels.ShouldBe([30_000, 50_000, 70_000]);
    }

    [Fact]
    public void Wants_LooksAtNameMetricAndDirection()
    {
        var levels = new WantedLevels();
        levels.Add("NVDA", MetricId.DayMove, Direction.Down, 50_000);
        var crossing = new Crossing(MetricId.DayMove, Direction.Down, 0, 124_947);

        levels.Wants("NVDA", crossing).ShouldBeTrue();
        levels.Wants("AMD", crossing).ShouldBeFalse();
        levels.Wants("NVDA", crossing with { Metric = MetricId.Gap }).ShouldBeFalse();
        levels.Wants("NVDA", crossing with { Direction = Direction.Up }).ShouldBeFalse();
        levels.Wants("NVDA", crossing with { From = 50_000 }).ShouldBeFalse();
    }

    [Fact]
    public void Copy_IsNotTouched_WhenTheOriginalChanges()
    {
        var levels = new WantedLevels();
        levels.Add("NVDA", MetricId.DayMove, Direction.Down, 50_000);
        var copy = levels.Copy();

        levels.Add("NVDA", MetricId.DayMove, Direction.Down, 30_000);
        levels.Add("AMD", MetricId.DayMove, Direction.Down, 30_000);

        copy.All.ShouldHaveSingleItem().Levels.ShouldBe([50_000]);
    }
}
