using MarketAlerts.Adapters.Mail;
using SkiaSharp;

namespace MarketAlerts.Adapters.Tests.Mail;

public sealed class PalettePngTests
{
    private static readonly SKColor[] Palette = [SKColors.White, SKColors.Black, SKColors.Red];

    [Fact]
    public void Encode_TakesTheNearestColour_OfEachPixel()
    {
        using var picture = new SKBitmap(3, 2);
        picture.Pixels =
        [
            new SKColor(250, 250, 250),
            SKColors.Black,
            SKColors.Red,
            new SKColor(20, 0, 0),
            SKColors.White,
            new SKColor(240, 10, 0),
        ];

        using var read = SKBitmap.Decode(PalettePng.Encode(picture, Palette));

        (read.Width, read.Height).ShouldBe((3, 2));
        read.Pixels.ShouldBe([SKColors.White, SKColors.Black, SKColors.Red, SKColors.Black, SKColors.White, SKColors.Red]);
    }

    [Fact]
    public void Encode_Refuses_WhenThereAreMoreColoursThanFourBitsTell()
    {
        using var picture = new SKBitmap(1, 1);

        Should.Throw<ArgumentException>(() =>
            PalettePng.Encode(picture, [.. Enumerable.Range(0, 17).Select(grey => new SKColor((byte)grey, 0, 0))])
        );
    }
}
