using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace MarketAlerts.Adapters.Mail.Pieces;

/// <summary>One part of a mail, ready for the wire but for the places that subscribers fill; used by many mails at the same time.</summary>
internal sealed class EncodedPieces
{
    private readonly byte[][] _fixed;
    private readonly Slot[] _slots;
    private readonly HtmlEncoder? _html;
    private readonly int _length;

    /// <summary>Encodes what stays.</summary>
    /// <param name="rendering">The rendering.</param>
    /// <param name="html">Encodes what subscribers fill in; null for plain text.</param>
    public EncodedPieces(SlotWriter rendering, HtmlEncoder? html)
    {
        _fixed = [.. rendering.Fixed.Select(QuotedPrintable.Encode)];
        _slots = [.. rendering.Slots];
        _html = html;
        _length = _fixed.Sum(piece => piece.Length);
    }

    /// <summary>The part of one subscriber, as quoted-printable.</summary>
    /// <param name="texts">The subscriber's own texts.</param>
    public byte[] Fill(IReadOnlyList<SubscriberText> texts)
    {
        var filled = Array.ConvertAll(_slots, slot => TextOf(slot, texts));
        var longest = 0;
        var room = _length;
        foreach (var text in filled)
        {
            var bytes = Encoding.UTF8.GetMaxByteCount(text.Length);
            longest = Math.Max(longest, bytes);
            room += QuotedPrintable.LongestOf(bytes);
        }

        var utf8 = ArrayPool<byte>.Shared.Rent(longest);
        var encoded = ArrayPool<byte>.Shared.Rent(room);
        try
        {
            return encoded.AsSpan(0, Write(filled, utf8, encoded)).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
            ArrayPool<byte>.Shared.Return(encoded);
        }
    }

    private int Write(string[] filled, byte[] utf8, byte[] encoded)
    {
        var written = 0;
        for (var index = 0; index < _fixed.Length; index++)
        {
            _fixed[index].CopyTo(encoded, written);
            written += _fixed[index].Length;
            if (index < filled.Length)
            {
                written += QuotedPrintable.Encode(utf8.AsSpan(0, Encoding.UTF8.GetBytes(filled[index], utf8)), encoded.AsSpan(written));
            }
        }

        return written;
    }

    private string TextOf(Slot slot, IReadOnlyList<SubscriberText> texts)
    {
        var text = texts[slot.Text].Text;
        text = slot.Wrap?.Wrap(text) ?? text;
        return _html?.Encode(text) ?? text;
    }
}
