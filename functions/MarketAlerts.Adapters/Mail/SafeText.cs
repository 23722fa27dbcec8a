using System.Globalization;
using System.Text;

namespace MarketAlerts.Adapters.Mail;

/// <summary>Takes out what can break a header, a line or the direction of reading.</summary>
internal static class SafeText
{
    /// <summary>
    /// The text with every control character as a space and without invisible formatting characters, bidirectional overrides among them.
    /// </summary>
    public static string Clean(string? text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return text?.Trim() ?? "";
        }

        var clean = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    clean.Append(' ');
                    break;
                default:
                    clean.Append(rune.ToString());
                    break;
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>The same, cut to a length.</summary>
    public static string Cut(string? text, int longest)
    {
        var clean = Clean(text);
        return clean.Length <= longest ? clean : clean[..(longest - 3)] + "...";
    }
}
