using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>
/// Reads numbers off the wire. Up to 15 digits and point together, which is every price, go the short way of Clinger (1990): the digits as an integer, divided
/// by an exact power of ten, are the nearest double. Everything else goes through <see cref="Utf8Parser"/>, which rounds the same.
/// </summary>
internal static class WireNumber
{
    private const int ExactDigits = 15; // Every integer of that many digits is a double.

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>A number above zero; 0, which is what providers write for "not told", for everything else.</summary>
    public static double Positive(ReadOnlySpan<byte> text)
    {
        if (!TryReadPlain(text, out var value, out var read) || read < text.Length)
        {
            value = Utf8Parser.TryParse(text, out double slow, out read) && read == text.Length ? slow : 0;
        }

        return value > 0 && double.IsFinite(value) ? value : 0;
    }

    /// <summary>A whole number above zero, such as a time; 0 for everything else.</summary>
    public static long PositiveWhole(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long value, out var read) && read == text.Length && value > 0 ? value : 0;

    /// <summary>Reads a plain JSON number, such as <c>118.42</c>, at the start of a text: no sign, no exponent, at most 15 letters. What follows is the caller's.</summary>
    public static bool TryReadPlain(ReadOnlySpan<byte> text, out double value, out int read)
    {
        var digits = 0L;
        read = Digits(text, 0, ref digits);
        var whole = read;
        value = digits;
        if (read < text.Length && text[read] is (byte)'.')
        {
            read = Digits(text, read + 1, ref digits);
            var fraction = read - whole - 1;
            value = digits / PowersOfTen[fraction];
            whole = fraction is 0 ? 0 : whole;
        }

        return whole > 0 && read <= ExactDigits && (whole is 1 || text[0] is not (byte)'0');
    }

    /// <summary>The length of a JSON number without sign and exponent at the start of a text; 0 when there is none.</summary>
    public static int LengthOfPlain(ReadOnlySpan<byte> text)
    {
        var whole = DigitsFrom(text, 0);
        if (whole is 0 || (whole > 1 && text[0] is (byte)'0'))
        {
            return 0;
        }

        if (whole == text.Length || text[whole] is not (byte)'.')
        {
            return whole;
        }

        var end = DigitsFrom(text, whole + 1);
        return end > whole + 1 ? end : 0;
    }

    private static int DigitsFrom(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && (uint)(text[at] - '0') <= 9)
        {
            at++;
        }

        return at;
    }

    /// <summary>Adds the digits from a place on; returns the place behind them, at the latest one too far for an exact number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(ReadOnlySpan<byte> text, int at, ref long digits)
    {
        var end = Math.Min(text.Length, ExactDigits + 1);
        for (; at < end; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit > 9)
            {
                break;
            }

            digits = (digits * 10) + digit;
        }

        return at;
    }

    /// <summary>Reads a plain whole number of up to 19 digits, such as a time in nanoseconds, at the start of a text.</summary>
    public static bool TryReadPlainWhole(ReadOnlySpan<byte> text, out long value, out int read)
    {
        const int MostDigits = 19;
        var digits = 0UL;
        for (read = 0; read <= 8 && TryReadEight(text[read..], out var eight); read += 8)
        {
            digits = (digits * 100_000_000) + eight;
        }

        for (; read < text.Length && read <= MostDigits; read++)
        {
            var digit = (uint)(text[read] - '0');
            if (digit > 9)
            {
                break;
            }

            digits = (digits * 10) + digit;
        }

        value = (long)digits;
        return read is > 0 and <= MostDigits && digits <= long.MaxValue && (read is 1 || text[0] is not (byte)'0');
    }

    /// <summary>Reads eight digits at the start of a text at once; source: Lemire, "Quickly parsing eight digits" (2018).</summary>
    private static bool TryReadEight(ReadOnlySpan<byte> text, out uint value)
    {
        const ulong HighHalves = 0xF0F0F0F0F0F0F0F0;
        const ulong Zeros = 0x3030303030303030;
        const ulong Sixes = 0x0606060606060606;
        const ulong OneOfFour = 0x000000FF000000FF;
        const ulong OddPairs = 100 + (1_000_000UL << 32);
        const ulong EvenPairs = 1 + (10_000UL << 32);
        if (
            !BinaryPrimitives.TryReadUInt64LittleEndian(text, out var letters)
            || (letters & HighHalves) != Zeros
            || ((letters + Sixes) & HighHalves) != Zeros
        )
        {
            value = 0;
            return false;
        }

        var pairs = ((letters - Zeros) * 10) + ((letters - Zeros) >> 8);
        value = (uint)((((pairs & OneOfFour) * OddPairs) + (((pairs >> 16) & OneOfFour) * EvenPairs)) >> 32);
        return true;
    }
}
