using FsCheck.Xunit;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Tests.Levels;

public sealed class LevelRangeTests
{
    [Theory]
    [InlineData(30_000, true)]
    [InlineData(29_999, false)]
    [InlineData(49_999, true)]
    [InlineData(50_000, false)]
    public void Contains_IsHalfOpen(long level, bool expected) => new LevelRange(30_000, 50_000).Contains(level).ShouldBe(expected);

    [Theory]
    [InlineData(new long[0], false)]
    [InlineData(new long[] { 10_000, 50_000 }, false)]
    [InlineData(new long[] { 10_000, 30_000 }, true)]
    [InlineData(new long[] { 49_999, 90_000 }, true)]
    public void ContainsAny_LooksAtSortedLevels(long[] sorted, bool expected) =>
        new LevelRange(30_000, 50_000).ContainsAny(sorted).ShouldBe(expected);

    [Property(MaxTest = 500)]
    public bool ContainsAny_EqualsTheNaiveSearch_ForAnyLevels(short[] levels, short from, short to)
    {
        var sorted = levels.Select(level => (long)level).Distinct().Order().ToArray();
        var range = new LevelRange(from, to);
        return range.ContainsAny(sorted) == sorted.Any(range.Contains);
    }
}
