using FsCheck.Xunit;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class LevelPackerTests
{
    private static readonly Target Nvda = Target.OfSymbol(Symbol.Parse("NVDA"));

    [Property(MaxTest = 500)]
    public void Unpack_GivesTheSameLevels_ForAny((byte Metric, bool Rises, long[] Levels)[] asked)
    {
        var levels = new WantedLevels();
        foreach (var (metric, rises, wanted) in asked)
        {
            levels.Add(Nvda, (MetricId)metric, rises ? Direction.Up : Direction.Down, wanted);
        }

        var bytes = LevelPacker.Pack(levels, Nvda);
        var unpacked = new WantedLevels();
        LevelPacker.Unpack(bytes, Nvda, unpacked);

        Texts(unpacked).ShouldBe(Texts(levels));
        LevelPacker.Pack(unpacked, Nvda).ShouldBe(bytes);
    }

    // One byte of format; metric, direction, count; 20,000 as zigzag 40,000 takes three bytes, each step of 10,000 as 20,000 takes three.
    [Fact]
    public void Pack_TakesThreeBytesALevel_WhenTheyLieAPercentApart()
    {
        var levels = new WantedLevels();
        levels.Add(Nvda, MetricId.DayMove, Direction.Down, 20_000, 30_000, 40_000);

        LevelPacker.Pack(levels, Nvda).Length.ShouldBe(1 + 3 + (3 * 3));
    }

    [Fact]
    public void Unpack_Refuses_WhenTheFormatIsUnknown() =>
        Should
            .Throw<InvalidDataException>(() => LevelPacker.Unpack([2], Nvda, new WantedLevels()))
            .Message.ShouldBe("The levels of s.NVDA are of an unknown format; deploy a version that reads it.");

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 2 })]
    [InlineData(new byte[] { 1, 2, 0, 3, 5 })]
    [InlineData(new byte[] { 1, 2, 0, 255, 255, 255, 255, 255, 255, 255, 255, 127 })]
    public void Unpack_Refuses_WhenBytesAreMissing(byte[] bytes) =>
        Should.Throw<InvalidDataException>(() => LevelPacker.Unpack(bytes, Nvda, new WantedLevels()));

    private static string[] Texts(WantedLevels levels) =>
        [.. levels.LevelsOf(Nvda).Select(next => $"{next.Metric} {next.Direction} {string.Join(',', next.Levels)}")];
}
