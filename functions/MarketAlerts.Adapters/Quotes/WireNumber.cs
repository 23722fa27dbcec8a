using System.Buffers.Text;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Reads numbers off the wire; 0, which is what providers write for "not told", is everything that is none above zero.</summary>
internal static class WireNumber
{
    /// <summary>A number above zero.</summary>
    public static double Positive(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out double value, out var read) && read == text.Length && value > 0 && double.IsFinite(value) ? value : 0;

    /// <summary>A whole number above zero, such as a time.</summary>
    public static long PositiveWhole(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long value, out var read) && read == text.Length && value > 0 ? value : 0;
}
