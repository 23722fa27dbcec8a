using System.Text;

namespace MarketAlerts.Adapters.News;

/// <summary>
/// Takes HTML tags out of a text in one pass. A <c>&lt;</c> that begins no tag is text; a tag that does not end takes the rest with it.
/// </summary>
internal static class HtmlTags
{
    private static readonly HashSet<string> Inline = new(
        [
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "cite",
            "code",
            "em",
            "font",
            "i",
            "mark",
            "q",
            "s",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "u",
            "wbr",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    public static string Strip(string html)
    {
        var open = html.IndexOf('<', StringComparison.Ordinal);
        if (open < 0)
        {
            return html;
        }

        var text = new StringBuilder(html.Length);
        var at = 0;
        for (; open >= 0; open = html.IndexOf('<', at))
        {
            text.Append(html, at, open - at);
            at = IsTag(html, open) ? Leave(html, open, text) : Keep(open, text);
        }

        return text.Append(html, at, html.Length - at).ToString();
    }

    private static bool IsTag(string html, int open) =>
        open + 1 < html.Length && (char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!' or '?');

    private static int Keep(int open, StringBuilder text)
    {
        text.Append('<');
        return open + 1;
    }

    /// <summary>Where the text goes on behind a tag, a comment or what nobody sees.</summary>
    private static int Leave(string html, int open, StringBuilder text)
    {
        var name = NameAt(html, open + 1);
        text.Append(Inline.Contains(name) ? "" : " ");
        if (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase))
        {
            return Behind(html, open, html[open + 1] is '/' ? ">" : $"</{name}>");
        }

        return html.AsSpan(open).StartsWith("<!--") ? Behind(html, open, "-->") : Behind(html, open, ">");
    }

    private static string NameAt(string html, int start)
    {
        start += html[start] is '/' ? 1 : 0;
        var end = start;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }

        return html[start..end];
    }

    private static int Behind(string html, int open, string end)
    {
        var at = html.IndexOf(end, open, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? html.Length : at + end.Length;
    }
}
