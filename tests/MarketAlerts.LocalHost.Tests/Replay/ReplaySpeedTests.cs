using MarketAlerts.LocalHost.Replay;

namespace MarketAlerts.LocalHost.Tests.Replay;

public sealed class ReplaySpeedTests
{
    [Theory]
    [InlineData("300", 300)]
    [InlineData("0.5", 0.5)]
    [InlineData("100000", 100000)]
    public void Parse_ReadsTheFactor_WhenItIsANumber(string text, double factor) =>
        ReplaySpeed.Parse(text).ShouldBe(new ReplaySpeed(factor));

    [Fact]
    public void Parse_HasNoFactor_WhenItIsMax() => ReplaySpeed.Parse("max").ShouldBe(new ReplaySpeed(null));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("100001")]
    [InlineData("1,5")]
    [InlineData("MAX")]
    [InlineData("NaN")]
    [InlineData("fast")]
    public void Parse_ReturnsNull_WhenItIsNoSpeed(string text) => ReplaySpeed.Parse(text).ShouldBeNull();

    [Fact]
    public void Pace_DividesTheTime_WhenThereIsAFactor() =>
        new ReplaySpeed(300).Pace(TimeSpan.FromMinutes(5)).ShouldBe(TimeSpan.FromSeconds(1));

    [Fact]
    public void Pace_IsZero_WhenThereIsNone() => new ReplaySpeed(null).Pace(TimeSpan.FromDays(3)).ShouldBe(TimeSpan.Zero);
}
