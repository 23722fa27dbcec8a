using System.Globalization;
using System.Text;

namespace MarketAlerts.Adapters.Channels.Discord;

/// <summary>Makes text harmless in Discord, where a backslash before a sign makes it a sign and nothing more.</summary>
internal static class DiscordText
{
    private const string Cut = "\\.\\.\\.";

    /// <summary>The text with every ASCII sign escaped, so that nothing is markup, link, emoji or mention; cut so that no escape is halved.</summary>
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
