using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace MarketAlerts.Adapters.News;

/// <summary>
/// Finds the characters behind the bytes of a feed. The first encoding counts that can read every byte: the one HTTP declares, the one XML
/// declares, that of the byte order mark, UTF-8; else it is windows-1252.
/// </summary>
internal static partial class FeedText
{
    private const int DeclarationBytes = 200;
    private const int Windows1252 = 1_252;
    private const char Mark = '\uFEFF';

    // Unicode and the big ones of East Asia; with those of one byte, all that feeds are seen in.
    private static readonly int[] Wide = [65_001, 1_200, 1_201, 932, 936, 949, 950, 51_932, 51_949, 54_936];

    // What XML 1.0 forbids and feeds hold nevertheless.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(code => (char)code).Except(['\t', '\n', '\r']),
        '\uFFFE',
        '\uFFFF',
    ]);

    static FeedText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text, without a byte order mark, forbidden characters as spaces.</summary>
    public static string Read(ReadOnlySpan<byte> body, string? charset)
    {
        var text =
            TryRead(body, Named(charset))
            ?? TryRead(body, Named(Declared(body)))
            ?? TryRead(body, Marked(body))
            ?? TryRead(body, Encoding.UTF8)
            ?? Encoding.GetEncoding(Windows1252).GetString(body);
        return text.AsSpan().ContainsAny(Forbidden) ? Cleaned(text) : text;
    }

    /// <summary>Null when the encoding does not read every byte, or what it reads is no beginning of XML.</summary>
    private static string? TryRead(ReadOnlySpan<byte> body, Encoding? encoding)
    {
        if (encoding is null)
        {
            return null;
        }

        try
        {
            var text = Encoding
                .GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                .GetString(body);
            var start = text.AsSpan().TrimStart(Mark).TrimStart();
            return start is ['<', ..] ? start.ToString() : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding? Named(string? name)
    {
        try
        {
            // Who says Latin 1 means windows-1252, which holds the quotation marks.
            var encoding = name is null or ""
                ? null
                : Encoding.GetEncoding(name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) ? "windows-1252" : name);
            return encoding is { IsSingleByte: true } || Array.IndexOf(Wide, encoding?.CodePage ?? 0) >= 0 ? encoding : null;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Declared(ReadOnlySpan<byte> body) =>
        Declaration().Match(Encoding.Latin1.GetString(body[..Math.Min(body.Length, DeclarationBytes)])) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    private static Encoding? Marked(ReadOnlySpan<byte> body) =>
        body switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    private static string Cleaned(string text) =>
        string.Create(
            text.Length,
            text,
            static (clean, dirty) =>
            {
                dirty.CopyTo(clean);
                clean.ReplaceAny(Forbidden, ' ');
            }
        );

    [GeneratedRegex("""<\?xml[^>]{1,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")]
    private static partial Regex Declaration();
}
