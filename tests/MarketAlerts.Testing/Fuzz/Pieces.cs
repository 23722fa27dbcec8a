using System.Buffers;

namespace MarketAlerts.Testing.Fuzz;

/// <summary>Finds what belongs together in JSON, XML and tables, roughly: the text may be broken already.</summary>
internal static class Pieces
{
    private static readonly SearchValues<byte> Openings = SearchValues.Create("{[<\n"u8);

    private static readonly SearchValues<byte> Delimiters = SearchValues.Create("\"'<>{}[](),:;=&| \r\n\t"u8);

    /// <summary>The word, number or text around a place, without its quotation marks.</summary>
    public static Range TokenAt(ReadOnlySpan<byte> text, int at)
    {
        var length = text[at..].IndexOfAny(Delimiters);
        return (text[..at].LastIndexOfAny(Delimiters) + 1)..(length < 0 ? text.Length : at + length);
    }

    /// <summary>
    /// The object, list, element or line that begins before a place, with its name if it has one; all when there is none.
    /// </summary>
    public static Range ElementAt(ReadOnlySpan<byte> text, int at)
    {
        var start = text[..at].LastIndexOfAny(Openings);
        return start < 0
            ? 0..text.Length
            : text[start] switch
            {
                (byte)'<' => start..EndOfTag(text, start),
                (byte)'\n' => start..EndOfLine(text, start),
                _ => NameBefore(text, start)..EndOfBracket(text, start),
            };
    }

    private static int EndOfTag(ReadOnlySpan<byte> text, int start)
    {
        var nameEnd = text[(start + 1)..].IndexOfAny(" />\n"u8);
        if (nameEnd > 0)
        {
            byte[] closing = [(byte)'<', (byte)'/', .. text.Slice(start + 1, nameEnd), (byte)'>'];
            if (text[start..].IndexOf(closing) is >= 0 and var length)
            {
                return start + length + closing.Length;
            }
        }

        return text[start..].IndexOf((byte)'>') is >= 0 and var end ? start + end + 1 : text.Length;
    }

    private static int EndOfLine(ReadOnlySpan<byte> text, int start) =>
        text[(start + 1)..].IndexOf((byte)'\n') is >= 0 and var length ? start + 1 + length : text.Length;

    private static int EndOfBracket(ReadOnlySpan<byte> text, int start)
    {
        var depth = 0;
        for (var at = start; at < text.Length; at++)
        {
            depth +=
                text[at] is (byte)'{' or (byte)'[' ? 1
                : text[at] is (byte)'}' or (byte)']' ? -1
                : 0;
            if (depth is 0)
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    /// <summary>Where <c>"name":</c> before a bracket begins.</summary>
    private static int NameBefore(ReadOnlySpan<byte> text, int start)
    {
        var before = text[..start].TrimEnd((byte)' ');
        return before is [.. var name, (byte)'"', (byte)':'] && name.LastIndexOf((byte)'"') is >= 0 and var quote ? quote : start;
    }
}
