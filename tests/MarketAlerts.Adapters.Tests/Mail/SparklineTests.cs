using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using SkiaSharp;

namespace MarketAlerts.Adapters.Tests.Mail;

public sealed class SparklineTests
{
    [Fact]
    public void Draw_GivesTheSameBytes_WhenThePathsAreTheSame() =>
        Sparkline.Draw(SampleMail.Chips.Content.Paths).ShouldBe(Sparkline.Draw([.. SampleMail.Chips.Content.Paths]));

    [Fact]
    public void Draw_MakesTheDoublePicture_WhenThereArePoints()
    {
        using var picture = SKBitmap.Decode(Sparkline.Draw(SampleMail.Chips.Content.Paths));

        (picture.Width, picture.Height).ShouldBe((1_120, 240));
        picture.Pixels.Distinct().Count().ShouldBeGreaterThan(4);
    }

    [Fact]
    public void Draw_ReturnsNull_WhenThereAreTooFewPoints()
    {
        Sparkline.Draw([]).ShouldBeNull();
        Sparkline.Draw([new MailPath(Symbol.Parse("NVDA"), 142.62, [])]).ShouldBeNull();
        Sparkline.Draw([new MailPath(Symbol.Parse("NVDA"), 142.62, [new TrailPoint(1, 120)])]).ShouldBeNull();
        Sparkline.Draw([new MailPath(Symbol.Parse("NVDA"), 0, [new TrailPoint(1, 120), new TrailPoint(2, 121)])]).ShouldBeNull();
    }

    [Fact]
    public void Of_LeavesTheNightOut_WhenMinutesAreFarApart()
    {
        var scale = SparklineScale.Fit([SampleMail.Path("NVDA", 142.62, 124.80f)])!;

        scale.Minutes.Select(scale.Across).ShouldBe([0, 0.5, 1]);
        scale.Breaks.ShouldBe([1]);
        scale.Down(scale.Top).ShouldBe(0);
        scale.Down(scale.Bottom).ShouldBe(1);
    }

    [Fact]
    public void Draw_StillDraws_WhenNothingMoves() =>
        Sparkline.Draw([new MailPath(Symbol.Parse("NVDA"), 100, [new TrailPoint(1, 100), new TrailPoint(2, 100)])]).ShouldNotBeNull();
}
