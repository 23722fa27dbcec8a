using System.Globalization;
using System.Text;
using MarketAlerts.Adapters.Channels.Chats;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Levels;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Channels.Discord;

/// <summary>
/// Writes a message for Discord: one embed, nobody mentioned. Discord refuses what is longer than its limits, so pieces that no longer fit
/// are left out.
/// </summary>
internal static class DiscordMessage
{
    /// <summary>The longest title of an embed.</summary>
    public const int LongestTitle = 256;

    /// <summary>The longest text of an embed.</summary>
    public const int LongestDescription = 4_096;

    /// <summary>The longest footer; Discord would take more, but all of an embed is at most 6,000.</summary>
    public const int LongestFooter = 500;

    private const int Red = 0xC62828;
    private const int Amber = 0xEF8F00;
    private const int Grey = 0x607D8B;

    public static byte[] Write(ChatView view) =>
        ChatJson.Bytes(
            new JObject
            {
                ["embeds"] = new JArray(
                    new JObject
                    {
                        ["title"] = DiscordText.Escaped(view.Title, LongestTitle),
                        ["description"] = Description(view),
                        ["color"] = view.Tone switch
                        {
                            Severity.Severe => Red,
                            Severity.Notable => Amber,
                            _ => Grey,
                        },
                        ["footer"] = new JObject
                        {
                            ["text"] = SafeText.Cut(view.Footer is "" ? "MarketAlerts" : view.Footer, LongestFooter),
                        },
                    }
                ),
                ["allowed_mentions"] = new JObject { ["parse"] = new JArray() },
            }
        );

    /// <summary>The subscriber's links have their place for sure; of the rest what fits, in order.</summary>
    private static string Description(ChatView view)
    {
        var links = string.Join(" \u00B7 ", view.Links.Select(link => Link(link.Text, link.Url)));
        var text = new StringBuilder();
        foreach (var piece in Pieces(view))
        {
            if (text.Length + piece.Length + links.Length + 2 > LongestDescription)
            {
                break;
            }

            text.Append(piece).Append('\n');
        }

        return text.Append(links).ToString();
    }

    private static IEnumerable<string> Pieces(ChatView view)
    {
        if (view.Rows.Count > 0)
        {
            yield return DiscordText.Code(view.Rows);
        }

        foreach (var line in view.Lines)
        {
            yield return DiscordText.Escaped(line, LongestDescription);
        }

        foreach (var news in view.News)
        {
            var title = news.Url is { } url ? Link(news.Title, url) : DiscordText.Escaped(news.Title, LongestDescription);
            yield return $"- {DiscordText.Escaped(news.When, LongestDescription)}: {title} "
                + $"\\({DiscordText.Escaped(news.Source, LongestDescription)}\\)";
        }
    }

    /// <summary>
    /// A link with a text of its own; the address is escaped by its own rules and stands in angle brackets, so that it ends where it ends.
    /// </summary>
    private static string Link(string text, string url) =>
        $"[{DiscordText.Escaped(text, LongestDescription)}](<{url.Replace(">", "%3E", StringComparison.Ordinal)}>)";
}

/// <summary>Makes text harmless in Discord, where a backslash before a sign makes it a sign and nothing more.</summary>
internal static class DiscordText
{
    private const string Cut = "\\.\\.\\.";

    /// <summary>
    /// The text with every ASCII sign escaped, so that nothing is markup, link, emoji or mention; cut so that no escape is halved.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most UTF-16 units, escapes included.</param>
    public static string Escaped(string text, int longest)
    {
        var escaped = new StringBuilder();
        var fits = 0; // How much of it leaves room for the dots.
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(IsSign(rune) ? "\\" : "").Append(rune.ToString());
            fits = escaped.Length <= longest - Cut.Length ? escaped.Length : fits;
            if (escaped.Length > longest)
            {
                return escaped.ToString(0, fits) + Cut;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Text within a block of code, where only its end is special.</summary>
    public static string Code(IEnumerable<string> lines) => $"```\n{string.Join('\n', lines).Replace('`', '\'')}\n```";

    private static bool IsSign(Rune rune) =>
        rune.IsAscii
        && !Rune.IsLetterOrDigit(rune)
        && !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Control;
}
