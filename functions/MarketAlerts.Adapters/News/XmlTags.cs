using System.Buffers;

namespace MarketAlerts.Adapters.News;

/// <summary>
/// Looks at the tags of XML before it is read: an XML reader's work grows with the square of the number of attributes, so one tag of
/// megabytes takes seconds.
/// </summary>
internal static class XmlTags
{
    private static readonly SearchValues<char> Stops = SearchValues.Create('>', '"', '\'');

    /// <summary>Whether a tag is longer than so many characters.</summary>
    public static bool HasLonger(ReadOnlySpan<char> text, int longest)
    {
        for (int open; (open = text.IndexOf('<')) >= 0; )
        {
            text = text[open..];
            var length = LengthAt(text, out var isTag);
            if (isTag && length > longest)
            {
                return true;
            }

            text = text[length..];
        }

        return false;
    }

    private static int LengthAt(ReadOnlySpan<char> text, out bool isTag)
    {
        isTag = false;
        switch (text)
        {
            case ['<', '!', '-', '-', ..]:
                return Behind(text, "-->");
            case ['<', '!', '[', ..]:
                return Behind(text, "]]>");
            case ['<', '?', ..]:
                return Behind(text, "?>");
            default:
                isTag = true;
                return LengthOfTag(text);
        }
    }

    private static int Behind(ReadOnlySpan<char> text, string end) => text.IndexOf(end) is >= 0 and var at ? at + end.Length : text.Length;

    /// <summary>A <c>&gt;</c> within quotation marks does not end a tag.</summary>
    private static int LengthOfTag(ReadOnlySpan<char> text)
    {
        var at = 1;
        for (int stop; (stop = text[at..].IndexOfAny(Stops)) >= 0; )
        {
            at += stop + 1;
            if (text[at - 1] is '>')
            {
                return at;
            }

            var close = text[at..].IndexOf(text[at - 1]);
            if (close < 0)
            {
                break;
            }

            at += close + 1;
        }

        return text.Length;
    }
}
