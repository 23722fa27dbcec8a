using MarketAlerts.Core.Mail;
using SkiaSharp;

namespace MarketAlerts.Adapters.Mail;

/// <summary>
/// Draws the recent paths: the leading one bold, the others thin, the previous close dashed. There is no text in it, because a server
/// without fonts would leave it out silently; the mail says beside it how to read it. The same paths give the same bytes.
/// </summary>
internal static class Sparkline
{
    /// <summary>The width in the mail; the picture has twice as many pixels.</summary>
    public const int Width = 560;

    /// <summary>The height in the mail; the picture has twice as many pixels.</summary>
    public const int Height = 120;

    private const int Density = 2;
    private const float MarginX = 14;
    private const float MarginY = 12;
    private const float Corner = 6;

    private static readonly SKColor Background = new(0xF8, 0xF9, 0xFA);
    private static readonly SKColor Border = new(0xDD, 0xE1, 0xE6);
    private static readonly SKColor Night = new(0xE4, 0xE7, 0xEB);
    private static readonly SKColor Zero = new(0x8A, 0x94, 0xA1);
    private static readonly SKColor Member = new(0xB4, 0xBC, 0xC6);
    private static readonly SKColor Leader = new(0x2B, 0x4C, 0x7E);

    /// <summary>The colours and what their smooth edges need.</summary>
    private static readonly SKColor[] Palette =
    [
        Background,
        Border,
        Night,
        Zero,
        Member,
        Leader,
        Between(Background, Zero, 0.5f),
        Between(Background, Member, 0.33f),
        Between(Background, Member, 0.67f),
        Between(Background, Leader, 0.2f),
        Between(Background, Leader, 0.4f),
        Between(Background, Leader, 0.6f),
        Between(Background, Leader, 0.8f),
        Between(Member, Leader, 0.33f),
        Between(Member, Leader, 0.67f),
    ];

    /// <summary>A PNG of the paths, or null when there are too few points.</summary>
    public static byte[]? Draw(IReadOnlyList<MailPath> paths)
    {
        if (SparklineScale.Fit(paths) is not { } scale)
        {
            return null;
        }

        using var bitmap = new SKBitmap(new SKImageInfo(Width * Density, Height * Density, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(Density);
        DrawFrame(canvas, scale);
        foreach (var path in scale.Paths.Skip(1))
        {
            DrawPath(canvas, scale, path, Member, 1.2f);
        }

        DrawPath(canvas, scale, scale.Paths[0], Leader, 2.8f);
        return PalettePng.Encode(bitmap, Palette);
    }

    private static void DrawFrame(SKCanvas canvas, SparklineScale scale)
    {
        canvas.Clear(Background);
        using var border = Stroke(Border, 1);
        canvas.DrawRoundRect(new SKRect(0.5f, 0.5f, Width - 0.5f, Height - 0.5f), Corner, Corner, border);
        using var night = Stroke(Night, 1);
        foreach (var column in scale.Breaks)
        {
            var x = (X(scale, scale.Minutes[column]) + X(scale, scale.Minutes[column - 1])) / 2;
            canvas.DrawLine(x, MarginY / 2, x, Height - (MarginY / 2), night);
        }

        using var dashes = SKPathEffect.CreateDash([5, 5], 0);
        using var zero = Stroke(Zero, 1.2f);
        zero.PathEffect = dashes;
        canvas.DrawLine(MarginX / 2, Y(scale, 0), Width - (MarginX / 2), Y(scale, 0), zero);
    }

    private static void DrawPath(SKCanvas canvas, SparklineScale scale, SparklinePath path, SKColor color, float width)
    {
        using var line = new SKPathBuilder();
        var (minute, percent) = path.Points[0];
        line.MoveTo(X(scale, minute), Y(scale, percent));
        foreach (var (nextMinute, nextPercent) in path.Points.Skip(1))
        {
            line.LineTo(X(scale, nextMinute), Y(scale, nextPercent));
        }

        using var outline = line.Detach();
        using var stroke = Stroke(color, width);
        canvas.DrawPath(outline, stroke);
        using var dot = new SKPaint { Color = color, IsAntialias = true };
        var (lastMinute, lastPercent) = path.Points[^1];
        canvas.DrawCircle(X(scale, lastMinute), Y(scale, lastPercent), width * 1.3f, dot);
    }

    private static SKColor Between(SKColor one, SKColor other, float share) =>
        new(
            (byte)(one.Red + ((other.Red - one.Red) * share)),
            (byte)(one.Green + ((other.Green - one.Green) * share)),
            (byte)(one.Blue + ((other.Blue - one.Blue) * share))
        );

    private static float X(SparklineScale scale, int minute) => MarginX + ((float)scale.Across(minute) * (Width - (2 * MarginX)));

    private static float Y(SparklineScale scale, double percent) => MarginY + ((float)scale.Down(percent) * (Height - (2 * MarginY)));

    private static SKPaint Stroke(SKColor color, float width) =>
        new()
        {
            Color = color,
            StrokeWidth = width,
            IsStroke = true,
            IsAntialias = true,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
        };
}
