using MarketAlerts.LocalHost.Replay;

namespace MarketAlerts.LocalHost.Tests.Replay;

public sealed class VirtualTimeTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 24, 9, 30, 0, TimeSpan.FromHours(-5));

    [Fact]
    public void GetUtcNow_IsTheStart_WhenItWasNeverMoved() => new VirtualTime(Start).GetUtcNow().ShouldBe(Start);

    [Fact]
    public void GetUtcNow_StandsStill_WhenNobodyMovesIt()
    {
        var time = new VirtualTime(Start);
        time.MoveTo(new DateTimeOffset(2025, 1, 27, 9, 30, 0, TimeSpan.FromHours(-5)));

        time.GetUtcNow().ShouldBe(new DateTimeOffset(2025, 1, 27, 14, 30, 0, TimeSpan.Zero));
        time.GetUtcNow().Offset.ShouldBe(TimeSpan.Zero);
        time.GetUtcNow().ShouldBe(time.GetUtcNow());
    }

    [Fact]
    public void MoveTo_GoesBack_WhenAsked()
    {
        var time = new VirtualTime(Start);
        time.MoveTo(new DateTimeOffset(2025, 1, 27, 14, 30, 0, TimeSpan.Zero));

        time.MoveTo(new DateTimeOffset(2025, 1, 24, 14, 30, 0, TimeSpan.Zero));

        time.GetUtcNow().Day.ShouldBe(24);
    }
}
