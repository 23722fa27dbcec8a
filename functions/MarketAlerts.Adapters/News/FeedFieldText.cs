using System.Text;
using System.Xml;

namespace MarketAlerts.Adapters.News;

/// <summary>Gathers the text of one field, as much as any use of it takes.</summary>
internal sealed class FeedFieldText
{
    private const int Longest = 20_000;

    private readonly char[] _buffer = new char[1_024];
    private readonly StringBuilder _text = new();

    public void Clear() => _text.Clear();

    /// <summary>Takes the text of the node that is read, if it is one of text; where an element begins, words end.</summary>
    public void Take(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                TakeValue(reader);
                break;
            case XmlNodeType.Element:
                _text.Append(' ');
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>In pieces: a value of megabytes never is one string.</summary>
    private void TakeValue(XmlReader reader)
    {
        for (int read; _text.Length < Longest && (read = reader.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0; )
        {
            _text.Append(_buffer, 0, read);
        }
    }
}
