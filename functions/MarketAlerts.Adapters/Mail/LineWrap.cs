using System.Text;

namespace MarketAlerts.Adapters.Mail;

/// <summary>How a text is broken into lines.</summary>
/// <param name="Width">The longest line.</param>
/// <param name="Indent">How far lines after the first are indented.</param>
/// <param name="Used">How much of the first line other text takes.</param>
internal sealed record LineWrap(int Width, int Indent, int Used)
{
    /// <summary>Breaks a text between words. A longer word keeps its line.</summary>
    public string Wrap(string text)
    {
        if (Used + text.Length <= Width && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text.Trim(' ');
        }

        var lines = new StringBuilder(text.Length + 16);
        var used = Used;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range);
            if (word.IsEmpty)
            {
                continue;
            }

            if (lines.Length > 0 && used + 1 + word.Length > Width)
            {
                lines.Append('\n').Append(' ', Indent);
                used = Indent;
            }
            else if (lines.Length > 0)
            {
                lines.Append(' ');
                used++;
            }

            lines.Append(word);
            used += word.Length;
        }

        return lines.ToString();
    }
}
