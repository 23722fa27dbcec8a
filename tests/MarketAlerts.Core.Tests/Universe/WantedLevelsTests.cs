using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Universe;

public sealed class WantedLevelsTests
{
    [Fact]
    public void Add_TellsWhetherAnyIsNew_AndKeepsThemSorted()
    {
        var levels = new WantedLevels();

        levels.Add(Target.OfSymbol(Given.Sym("NVDA")), MetricId.DayMove, Direction.Down, 70_000, 30_000).ShouldBeTrue();
        levels.Add(Target.OfSymbol(Given.Sym("NVDA")), MetricId.DayMove, Direction.Down, 30_000).ShouldBeFalse();
        levels.Add(Target.OfSymbol(Given.Sym("NVDA")), MetricId.DayMove, Direction.Down, 50_000, 30_000).ShouldBeTrue();

        levels.LevelsOf(Target.OfSymbol(Given.Sym("NVDA"))).ShouldHaveSingleItem().Levels.ShouldBe([30_000, 50_000, 70_000]);
    }

    [Fact]
    public void Wants_LooksAtNameMetricAndDirection()
    {
        var levels = new WantedLevels();
        levels.Add(Target.OfSymbol(Given.Sym("NVDA")), MetricId.DayMove, Direction.Down, 50_000);
        var crossing = new Crossing(MetricId.DayMove, Direction.Down, 0, 124_947);

        levels.Wants(Target.OfSymbol(Given.Sym("NVDA")), crossing).ShouldBeTrue();
        levels.Wants(Target.OfSymbol(Given.Sym("AMD")), crossing).ShouldBeFalse();
        levels.Wants(Target.OfSymbol(Given.Sym("NVDA")), crossing with { Metric = MetricId.Gap }).ShouldBeFalse();
        levels.Wants(Target.OfSymbol(Given.Sym("NVDA")), crossing with { Direction = Direction.Up }).ShouldBeFalse();
        levels.Wants(Target.OfSymbol(Given.Sym("NVDA")), crossing with { From = 50_000 }).ShouldBeFalse();
    }

    [Fact]
    public void Remove_TellsWhetherItWasThere_AndLeavesTheOthers()
    {
        var levels = new WantedLevels();
        levels.Add(Target.OfSymbol(Given.Sym("NVDA")), MetricId.DayMove, Direction.Down, 30_000, 50_000);

        levels.Remove(Target.OfSymbol(Given.Sym("NVDA")), MetricId.DayMove, Direction.Down, 50_000).ShouldBeTrue();
        levels.Remove(Target.OfSymbol(Given.Sym("NVDA")), MetricId.DayMove, Direction.Down, 50_000).ShouldBeFalse();
        levels.Remove(Target.OfSymbol(Given.Sym("NVDA")), MetricId.DayMove, Direction.Up, 30_000).ShouldBeFalse();
        levels.Remove(Target.OfSymbol(Given.Sym("AMD")), MetricId.DayMove, Direction.Down, 30_000).ShouldBeFalse();

        levels.LevelsOf(Target.OfSymbol(Given.Sym("NVDA"))).ShouldHaveSingleItem().Levels.ShouldBe([30_000]);
        levels.Count.ShouldBe(1);
    }

    [Fact]
    public void NamesOf_AreTheSymbolAndItsBaskets()
    {
        var catalog = Given.Catalog(
            new Basket("tech", Given.Syms("NVDA AMD MSFT"), null),
            new Basket("chips", Given.Syms("NVDA AMD"), "tech")
        );

        string.Join(' ', WantedLevels.TargetsOf(Given.Sym("NVDA"), catalog)).ShouldBe("s.NVDA a.chips a.tech");
        string.Join(' ', WantedLevels.TargetsOf(Given.Sym("KO"), catalog)).ShouldBe("s.KO");
    }
}
