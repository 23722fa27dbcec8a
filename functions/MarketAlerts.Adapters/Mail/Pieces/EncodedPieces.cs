using System.Text.Encodings.Web;
using MimeKit.IO;

namespace MarketAlerts.Adapters.Mail.Pieces;

/// <summary>One part of a mail, ready for the wire but for the places that subscribers fill; used by many mails at the same time.</summary>
internal sealed class EncodedPieces
{
    private readonly byte[][] _fixed;
    private readonly Slot[] _slots;
    private readonly HtmlEncoder? _html;

    /// <summary>Encodes what stays.</summary>
    /// <param name="rendering">The rendering.</param>
    /// <param name="html">Encodes what subscribers fill in; null for plain text.</param>
    public EncodedPieces(SlotWriter rendering, HtmlEncoder? html)
    {
        _fixed = [.. rendering.Fixed.Select(QuotedPrintable.Encode)];
        _slots = [.. rendering.Slots];
        _html = html;
    }

    /// <summary>The part of one subscriber, as quoted-printable: what all share is not copied for it.</summary>
    /// <param name="texts">The subscriber's own texts.</param>
    public Stream Fill(IReadOnlyList<SubscriberText> texts)
    {
        var filled = new ChainedStream();
        for (var index = 0; index < _fixed.Length; index++)
        {
            filled.Add(new MemoryStream(_fixed[index], writable: false));
            if (index < _slots.Length)
            {
                filled.Add(new MemoryStream(QuotedPrintable.Encode(TextOf(_slots[index], texts)), writable: false));
            }
        }

        return filled;
    }

    private string TextOf(Slot slot, IReadOnlyList<SubscriberText> texts)
    {
        var text = texts[slot.Text].Text;
        text = slot.Wrap?.Wrap(text) ?? text;
        return _html?.Encode(text) ?? text;
    }
}
