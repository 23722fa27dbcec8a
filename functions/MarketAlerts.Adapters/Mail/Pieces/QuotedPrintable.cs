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
        var lines = new Lines(target);
        while (!text.IsEmpty)
        {
            if (text[0] is (byte)'\n')
            {
                lines.Break();
                text = text[1..];
                continue;
            }

            var run = RunOf(text, lines.Room);
            if (run > 0)
            {
                lines.Append(text[..run]);
                text = text[run..];
            }
            else if (lines.Room < (IsPlain(text) ? 1 : 3))
            {
                lines.BreakSoftly();
            }
            else
            {
                lines.Escape(text[0]);
                text = text[1..];
            }
        }

        if (lines.Column > 0)
        {
            lines.BreakSoftly();
        }

        return lines.Written;
    }

    /// <summary>Encodes a text.</summary>
    public static byte[] Encode(string text)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var encoded = ArrayPool<byte>.Shared.Rent(LongestOf(utf8.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(text, utf8);
            return encoded.AsSpan(0, Encode(utf8.AsSpan(0, length), encoded)).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
            ArrayPool<byte>.Shared.Return(encoded);
        }
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

    /// <summary>What was written so far, and where its last line stands.</summary>
    private ref struct Lines(Span<byte> target)
    {
        private readonly Span<byte> _target = target;

        public int Written { get; private set; }

        public int Column { get; private set; }

        /// <summary>What still goes on this line before the sign that breaks it softly.</summary>
        public readonly int Room => LongestLine - 1 - Column;

        public void Append(scoped ReadOnlySpan<byte> plain)
        {
            plain.CopyTo(_target[Written..]);
            (Written, Column) = (Written + plain.Length, Column + plain.Length);
        }

        public void Escape(byte value) => Append([(byte)'=', Digit(value >> 4), Digit(value & 15)]);

        public void Break()
        {
            _target[Written] = (byte)'\n';
            (Written, Column) = (Written + 1, 0);
        }

        public void BreakSoftly()
        {
            Append("="u8);
            Break();
        }

        private static byte Digit(int value) => (byte)"0123456789ABCDEF"[value];
    }
}
