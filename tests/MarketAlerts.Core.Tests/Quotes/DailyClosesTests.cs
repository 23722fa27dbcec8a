using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Tests.Quotes;

public sealed class DailyClosesTests
{
    private static readonly DateOnly Friday = new(2025, 1, 24);

    [Fact]
    public void StandardDeviation_IsTheSampleOne_Of20Returns()
    {
        // 100, 102, 100, ... : ten returns of +2 % and ten of -1.960784 %. Mean 0.019608, every deviation 1.980392,
        // so s = 1.980392 x sqrt(20/19) = 1.980392 x 1.025978 = 2.031840.
        var closes = Closes(21, day => day % 2 is 0 ? 100 : 102);

        closes.StandardDeviation()!.Value.ShouldBe(2.031840, 0.000001);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void StandardDeviation_IsNull_WithFewerThan21Closes(int count) =>
        Closes(count, day => 100 + day).StandardDeviation().ShouldBeNull();

    [Fact]
    public void StandardDeviation_IsNull_WhenNothingEverMoved() => Closes(21, _ => 100).StandardDeviation().ShouldBeNull();

    [Fact]
    public void Add_DropsTheOldestAndComputesAnew_BeyondCapacity()
    {
        var closes = Closes(21, day => day % 2 is 0 ? 100 : 102);
        var before = closes.StandardDeviation();

        closes.Add(Friday.AddDays(3), 150);

        closes.Values.Count.ShouldBe(21);
        closes.Values[0].ShouldBe(102);
        closes.Values[^1].ShouldBe(150);
        closes.StandardDeviation()!.Value.ShouldBeGreaterThan(before!.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Add_ChangesNothing_ForTheSameOrAnEarlierSession(int days)
    {
        var closes = Closes(3, day => 100 + day);

        closes.Add(Friday.AddDays(days), 999);

        closes.Values.ShouldBe([100, 101, 102]);
        closes.NewestSession.ShouldBe(Friday);
    }

    private static DailyCloses Closes(int count, Func<int, double> close)
    {
        var closes = new DailyCloses();
        closes.Restore(count is 0 ? null : Friday, Enumerable.Range(0, count).Select(close));
        return closes;
    }
}
