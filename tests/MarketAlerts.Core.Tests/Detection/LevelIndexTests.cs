using FsCheck.Xunit;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Detection;

public sealed class LevelIndexTests
{
    private static readonly Catalog Catalog = Given.Catalog(
        new Basket("tech", Given.Syms("A B C"), null),
        new Basket("chips", Given.Syms("A B"), "tech")
    );

    [Fact]
    public void Of_MergesASymbolsLevelsWithThoseOfItsBaskets()
    {
        var wanted = new WantedLevels();
        wanted.Add(Target.OfSymbol(Given.Sym("A")), MetricId.DayMove, Direction.Down, 50_000, 30_000);
        wanted.Add(Target.Parse("a.chips"), MetricId.DayMove, Direction.Down, 20_000, 50_000);
        wanted.Add(Target.Parse("a.tech"), MetricId.DayMove, Direction.Up, 70_000);

        var index = LevelIndex.Build(Given.Syms("A C"), wanted, Catalog);

        index.LevelsOf(0, MetricId.DayMove, Direction.Down).ToArray().ShouldBe([20_000, 30_000, 50_000]);
        index.LevelsOf(0, MetricId.DayMove, Direction.Up).ToArray().ShouldBe([70_000]);
        index.LevelsOf(1, MetricId.DayMove, Direction.Down).ToArray().ShouldBeEmpty();
        index.LevelsOf(1, MetricId.DayMove, Direction.Up).ToArray().ShouldBe([70_000]);
        index.Count.ShouldBe(5);
    }

    [Fact]
    public void Empty_WantsNothing()
    {
        LevelIndex.Empty.Wants(3, new Crossing(MetricId.Tier, Direction.Down, 0, 20_000)).ShouldBeFalse();
        LevelIndex.Empty.Around(3, MetricId.Tier, Direction.Down, 0).ShouldBe((double.NegativeInfinity, double.PositiveInfinity));
    }

    [Property(MaxTest = 300)]
    public void Index_AgreesWithASearchThroughEverything_ForAnyLevels(int seed)
    {
        var random = new Random(seed);
        var symbols = Given.Syms("A B C D");
        var wanted = new WantedLevels();
        var rows = Enumerable
            .Range(0, random.Next(60))
            .Select(_ =>
                (
                    Name: new[] { "s.A", "s.B", "s.C", "s.D", "a.chips", "a.tech" }[random.Next(6)],
                    Metric: (MetricId)random.Next(1, (int)MetricId.Mentions + 1),
                    Direction: (Direction)random.Next(2),
                    Level: (long)random.Next(1, 30)
                )
            )
            .ToArray();
        foreach (var row in rows)
        {
            wanted.Add(Target.Parse(row.Name), row.Metric, row.Direction, row.Level);
        }

        var index = LevelIndex.Build(symbols, wanted, Catalog);

        foreach (var (row, metric, direction) in Streams(symbols.Length))
        {
            string[] names =
            [
                $"s.{symbols[row]}",
                .. row < 2 ? ["a.chips"] : Array.Empty<string>(),
                .. row < 3 ? ["a.tech"] : Array.Empty<string>(),
            ];
            var levels = rows.Where(next => names.Contains(next.Name) && next.Metric == metric && next.Direction == direction)
                .Select(next => next.Level)
                .Distinct()
                .Order()
                .ToArray();
            var at = random.Next(32);
            var crossing = new Crossing(metric, direction, random.Next(32), random.Next(32));

            index.LevelsOf(row, metric, direction).ToArray().ShouldBe(levels, $"seed {seed}");
            index
                .Around(row, metric, direction, at)
                .ShouldBe(
                    (
                        levels.Where(level => level <= at).Select(level => (double)level).DefaultIfEmpty(double.NegativeInfinity).Max(),
                        levels.Where(level => level > at).Select(level => (double)level).DefaultIfEmpty(double.PositiveInfinity).Min()
                    ),
                    $"seed {seed}"
                );
            index.Wants(row, crossing).ShouldBe(levels.Any(crossing.Levels.Contains), $"{crossing}, seed {seed}");
        }
    }

    private static IEnumerable<(int Row, MetricId Metric, Direction Direction)> Streams(int rows) =>
        from row in Enumerable.Range(0, rows)
        from metric in Enum.GetValues<MetricId>()
        from direction in new[] { Direction.Down, Direction.Up }
        select (row, metric, direction);
}
