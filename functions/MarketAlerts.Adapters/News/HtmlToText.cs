using System.Globalization;
using System.Net;
using System.Text;

namespace MarketAlerts.Adapters.News;

/// <summary>Turns what feeds call text (HTML, escaped HTML, escaped escaped HTML) into plain text for one line.</summary>
internal static class HtmlToText
{
    private const int MostDecodings = 2;
    private const int InputPerOutput = 8; // Tags and entities take room that the text does not need.

    /// <summary>
    /// The text without tags, with entities decoded at most twice, without control and invisible formatting characters, cut to a length.
    /// </summary>
    public static string Strip(string? text, int longest)
    {
        var plain =
            text is null ? ""
            : text.Length <= longest * InputPerOutput ? text
            : text[..(longest * InputPerOutput)];
        for (var decodings = 0; decodings < MostDecodings && plain.Contains('&', StringComparison.Ordinal); decodings++)
        {
            plain = WebUtility.HtmlDecode(HtmlTags.Strip(plain));
        }

        return Cut(Fold(HtmlTags.Strip(plain)), longest);
    }

    /// <summary>
    /// The text on one line: white space and control characters as single spaces, none at the ends, invisible formatting characters gone.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                space = folded.Length > 0;
            }
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format)
            {
                folded.Append(space ? " " : "").Append(units[..rune.EncodeToUtf16(units)]);
                space = false;
            }
        }

        return folded.ToString();
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var kept = char.IsHighSurrogate(text[longest - 4]) ? longest - 4 : longest - 3;
        return text[..kept] + "...";
    }
}
