using System.Buffers.Text;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>
/// Reads numbers off the wire. Up to 15 digits and a point, which is every price, go the short way of Clinger (1990): digits as an integer, divided
/// by an exact power of ten, is the nearest double. Everything else goes through <see cref="Utf8Parser"/>, which rounds the same.
/// </summary>
internal static class WireNumber
{
    private const int ExactDigits = 15;

    private static readonly double[] PowersOfTen =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>A number above zero; 0, which is what providers write for "not told", for everything else.</summary>
    public static double Positive(ReadOnlySpan<byte> text)
    {
        var value = text.Length <= ExactDigits + 1 && TryShort(text, out var exact) ? exact : Long(text);
        return value > 0 && double.IsFinite(value) ? value : 0;
    }

    /// <summary>A whole number above zero, such as a time; 0 for everything else.</summary>
    public static long PositiveWhole(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long value, out var read) && read == text.Length && value > 0 ? value : 0;

    private static bool TryShort(ReadOnlySpan<byte> text, out double value)
    {
        long digits = 0;
        var point = -1;
        for (var index = 0; index < text.Length; index++)
        {
            var digit = (uint)(text[index] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (text[index] is (byte)'.' && point < 0)
            {
                point = index;
            }
            else
            {
                value = 0;
                return false;
            }
        }

        value = point < 0 ? digits : digits / PowersOfTen[text.Length - point - 1];
        return point < 0 ? text.Length is > 0 and <= ExactDigits : text.Length > 1;
    }

    private static double Long(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out double value, out var read) && read == text.Length ? value : 0;
}
