using System.Xml;
using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.News;

/// <summary>Streams the items out of the XML of a feed, of whatever kind, within limits of size, depth and number.</summary>
internal sealed class FeedXml : IDisposable
{
    /// <summary>The longest body that is read.</summary>
    public const int MostBytes = 20_000_000;

    private const int MostDepth = 64;
    private const int LongestTag = 100_000;
    private const int MostFields = 200;
    private const string XmlSpace = "http://www.w3.org/XML/1998/namespace";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostBytes,
        MaxCharactersFromEntities = 1_000,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly XmlReader _reader;
    private readonly Uri?[] _addresses = new Uri?[MostDepth + 2];
    private readonly FeedFieldText _text = new();

    private FeedXml(string text, Uri address)
    {
        _reader = XmlReader.Create(new StringReader(text), Settings);
        _addresses[0] = address;
    }

    /// <summary>The items of a feed.</summary>
    /// <exception cref="FetchException">It is no feed, or there are too many.</exception>
    public static List<FeedItem> Read(string source, Uri address, ReadOnlySpan<byte> body, string? charset, int mostItems)
    {
        if (body.Length > MostBytes)
        {
            throw new FetchException(FetchFault.TooLarge, $"{source} has {body.Length} bytes, more than {MostBytes}.");
        }

        var text = FeedText.Read(body, charset);
        if (XmlTags.HasLonger(text, LongestTag))
        {
            throw new FetchException(FetchFault.Malformed, $"{source} has a tag of more than {LongestTag} characters.");
        }

        try
        {
            return Read(source, address, text, mostItems);
        }
        catch (XmlException error)
        {
            return XmlRepair.TryRepair(text, out var repaired)
                ? ReadRepaired(source, address, repaired, mostItems)
                : throw Malformed(source, error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static List<FeedItem> ReadRepaired(string source, Uri address, string text, int mostItems)
    {
        try
        {
            return Read(source, address, text, mostItems);
        }
        catch (XmlException error)
        {
            throw Malformed(source, error);
        }
    }

    private static List<FeedItem> Read(string source, Uri address, string text, int mostItems)
    {
        using var feed = new FeedXml(text, address);
        if (!feed.Next() || feed._reader.LocalName is not ("rss" or "RDF" or "feed"))
        {
            throw new FetchException(FetchFault.Malformed, $"{source} is XML, but no feed.");
        }

        List<FeedItem> items = [];
        while (feed.Next())
        {
            if (feed._reader.LocalName is "item" or "entry")
            {
                items.Add(
                    items.Count < mostItems
                        ? feed.ReadItem()
                        : throw new FetchException(FetchFault.TooLarge, $"{source} has more than {mostItems} items.")
                );
            }
        }

        return items;
    }

    private static FetchException Malformed(string source, XmlException error) =>
        new(
            FetchFault.Malformed,
            $"{source} is no XML that is read, line {error.LineNumber}: {HtmlToText.Strip(error.Message, 200)}",
            error
        );

    /// <summary>Steps to the next element; false at the end.</summary>
    private bool Next()
    {
        while (Step())
        {
            if (_reader.NodeType is XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    private bool Step()
    {
        if (!_reader.Read())
        {
            return false;
        }

        if (_reader.Depth > MostDepth)
        {
            throw new XmlException($"The nesting is deeper than {MostDepth}.");
        }

        if (_reader.NodeType is XmlNodeType.Element)
        {
            var around = _addresses[_reader.Depth]!;
            _addresses[_reader.Depth + 1] =
                _reader.GetAttribute("base", XmlSpace) is { } own && Uri.TryCreate(around, own, out var address) ? address : around;
        }

        return true;
    }

    private FeedItem ReadItem()
    {
        List<FeedField> fields = [];
        var (depth, space, about) = (_reader.Depth, _reader.NamespaceURI, _reader.GetAttribute("about", Rdf));
        for (var isOpen = !_reader.IsEmptyElement; isOpen && Step() && _reader.Depth > depth; )
        {
            if (_reader.NodeType is XmlNodeType.Element && fields.Count < MostFields)
            {
                fields.Add(ReadField());
            }
        }

        return new FeedItem(space, about, fields);
    }

    private FeedField ReadField()
    {
        var field = new FeedField(_reader.NamespaceURI, _reader.LocalName, "", _addresses[_reader.Depth + 1]!)
        {
            Href = _reader.GetAttribute("href"),
            Rel = _reader.GetAttribute("rel"),
            Term = _reader.GetAttribute("term"),
            IsPermaLink = _reader.GetAttribute("isPermaLink"),
        };
        var depth = _reader.Depth;
        _text.Clear();
        for (var isOpen = !_reader.IsEmptyElement; isOpen && Step() && _reader.Depth > depth; )
        {
            _text.Take(_reader);
        }

        return field with
        {
            Text = _text.ToString(),
        };
    }
}
