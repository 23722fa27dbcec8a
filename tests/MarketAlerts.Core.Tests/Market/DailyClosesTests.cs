using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Tests.Market;

public sealed class DailyClosesTests
{
    private static readonly DateOnly Friday = new(2025, 1, 24);

    [Fact]
    public void UsualDay_IsTheSampleOne_Of20Returns()
    {
        // 100, 102, 100, ... : ten returns of +2 % and ten of -1.960784 %. Mean 0.019608, every deviation 1.980392,
        // so s = 1.980392 x sqrt(20/19) = 1.980392 x 1.025978 = 2.031840.
        var closes = Closes(21, day => day % 2 is 0 ? 100 : 102);

        closes.UsualDay().ShouldBe(2.031840, 0.000001);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void UsualDay_IsNoValue_WithFewerThan21Closes(int count) => Closes(count, day => 100 + day).UsualDay().ShouldBe(double.NaN);

    [Fact]
    public void UsualDay_IsNoValue_WhenNothingEverMoved() => Closes(21, _ => 100).UsualDay().ShouldBe(double.NaN);

    [Fact]
    public void Add_DropsTheOldestAndComputesAnew_BeyondCapacity()
    {
        var closes = Closes(21, day => day % 2 is 0 ? 100 : 102);
        var before = closes.UsualDay();

        closes.Add(Friday.AddDays(3), 150, 7);

        closes.Values.Count.ShouldBe(21);
        closes.Values[0].ShouldBe(102);
        closes.Values[^1].ShouldBe(150);
        closes.UsualDay().ShouldBeGreaterThan(before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Add_ChangesNothing_ForTheSameOrAnEarlierSession(int days)
    {
        var closes = Closes(3, day => 100 + day);

        closes.Add(Friday.AddDays(days), 999, 7);

        closes.Values.ShouldBe([100, 101, 102]);
        closes.NewestSession.ShouldBe(Friday);
    }

    [Fact]
    public void UsualVolume_IsTheMean_OfTheLast20Sessions() =>
        // 1 ... 21 million: the last twenty are 2 ... 21 million, 11.5 on average.
        Closes(21, _ => 100, day => 1e6 * (day + 1)).UsualVolume().ShouldBe(11.5e6);

    [Theory]
    [InlineData(19, -1)]
    [InlineData(21, 5)]
    [InlineData(21, 20)]
    public void UsualVolume_IsNoValue_WhenASessionIsMissingOrUnknown(int count, int unknown) =>
        Closes(count, _ => 100, day => day == unknown ? 0 : 1e6).UsualVolume().ShouldBe(double.NaN);

    [Fact]
    public void UsualVolume_IsAValue_WhenOnlyTheOldestOf21IsUnknown() =>
        Closes(21, _ => 100, day => day is 0 ? 0 : 1e6).UsualVolume().ShouldBe(1e6);

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void UsualDay_IsNoValue_WhenACloseIsNone(double wrong) =>
        Closes(21, day => day is 7 ? wrong : 100 + day).UsualDay().ShouldBe(double.NaN);

    [Fact]
    public void Split_RestatesClosesAndVolumes_AndKeepsTheUsualDay()
    {
        var closes = Closes(21, day => day % 2 is 0 ? 100 : 102, _ => 1e6);

        closes.Split(10);

        (closes.Values[0], closes.Values[1], closes.Volumes[0]).ShouldBe((10, 10.2, 1e7f));
        closes.UsualDay().ShouldBe(2.031840, 0.000001);
        closes.UsualVolume().ShouldBe(1e7);
    }

    private static DailyCloses Closes(int count, Func<int, double> close, Func<int, double>? volume = null)
    {
        var closes = new DailyCloses();
        closes.Restore(
            count is 0 ? null : Friday,
            Enumerable.Range(0, count).Select(day => (close(day), (float)(volume?.Invoke(day) ?? 0)))
        );
        return closes;
    }
}
