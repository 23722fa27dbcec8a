using System.Buffers;
using System.Text;

namespace MarketAlerts.Adapters.Mail.Pieces;

/// <summary>
/// Writes texts as quoted-printable (RFC 2045, 6.7) so that pieces encoded one by one can stand one after the other: each begins a line and
/// ends with a line break, a soft one where the text has none.
/// </summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 76;
    private static readonly SearchValues<byte> Plain = SearchValues.Create([
        .. Enumerable.Range(' ', '~' - ' ' + 1).Where(letter => letter is not '=').Select(letter => (byte)letter),
    ]);

    /// <summary>The most bytes that a text takes.</summary>
    public static int LongestOf(int bytes) => (bytes * 3) + (((bytes * 3 / (LongestLine - 3)) + 1) * 2);

    /// <summary>Encodes UTF-8. The result is never longer than <see cref="LongestOf"/>.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Encode(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var (written, column) = (0, 0);
        while (!text.IsEmpty)
        {
            if (text[0] is (byte)'\n')
            {
                target[written++] = (byte)'\n';
                column = 0;
                text = text[1..];
                continue;
            }

            var run = RunOf(text, LongestLine - 1 - column);
            if (run > 0)
            {
                text[..run].CopyTo(target[written..]);
                text = text[run..];
                (written, column) = (written + run, column + run);
                continue;
            }

            var escapes = !IsPlain(text);
            if (column + (escapes ? 3 : 1) > LongestLine - 1)
            {
                (target[written], target[written + 1]) = ((byte)'=', (byte)'\n');
                (written, column) = (written + 2, 0);
                continue;
            }

            target[written] = (byte)'=';
            (target[written + 1], target[written + 2]) = (Digit(text[0] >> 4), Digit(text[0] & 15));
            text = text[1..];
            (written, column) = (written + 3, column + 3);
        }

        if (column > 0)
        {
            (target[written], target[written + 1]) = ((byte)'=', (byte)'\n');
            written += 2;
        }

        return written;
    }

    /// <summary>Encodes a text that is kept.</summary>
    public static byte[] Encode(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var encoded = new byte[LongestOf(utf8.Length)];
        return encoded[..Encode(utf8, encoded)];
    }

    /// <summary>How many bytes stand as they are, up to the room that is left; a blank before a line break does not.</summary>
    private static int RunOf(ReadOnlySpan<byte> text, int room)
    {
        var length = text[..Math.Min(room, text.Length)].IndexOfAnyExcept(Plain);
        length = length < 0 ? Math.Min(room, text.Length) : length;
        return length > 0 && length < text.Length && text[length] is (byte)'\n' && text[length - 1] is (byte)' ' ? length - 1 : length;
    }

    private static bool IsPlain(ReadOnlySpan<byte> text) =>
        Plain.Contains(text[0]) && !(text[0] is (byte)' ' && text.Length > 1 && text[1] is (byte)'\n');

    private static byte Digit(int value) => (byte)"0123456789ABCDEF"[value];
}
