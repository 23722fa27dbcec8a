using System.Net;
using System.Text;

namespace MarketAlerts.Adapters.News;

/// <summary>
/// Repairs the commonest mistakes of feeds, which a reader of XML refuses: <c>&amp;nbsp;</c> and its like, and an ampersand that begins
/// nothing.
/// </summary>
internal static class XmlRepair
{
    private const int LongestName = 32;
    private const string DataStart = "<![CDATA[";
    private const string DataEnd = "]]>";

    /// <summary>False when there was nothing to repair.</summary>
    public static bool TryRepair(string text, out string repaired)
    {
        var result = new StringBuilder(text.Length);
        var (at, changed) = (0, false);
        for (int stop; (stop = text.AsSpan(at).IndexOfAny('&', '<')) >= 0; )
        {
            stop += at;
            result.Append(text, at, stop - at);
            var (length, replacement) = text[stop] is '&' ? Reference(text, stop) : (Verbatim(text, stop), null);
            result.Append(replacement ?? text.AsSpan(stop, length).ToString());
            changed |= replacement is not null;
            at = stop + length;
        }

        repaired = result.Append(text, at, text.Length - at).ToString();
        return changed;
    }

    /// <summary>How long a stretch from a <c>&lt;</c> on is not looked into: a section of character data, else the sign alone.</summary>
    private static int Verbatim(string text, int at)
    {
        if (!text.AsSpan(at).StartsWith(DataStart))
        {
            return 1;
        }

        var end = text.IndexOf(DataEnd, at, StringComparison.Ordinal);
        return end < 0 ? text.Length - at : end + DataEnd.Length - at;
    }

    private static (int Length, string? Replacement) Reference(string text, int at)
    {
        var window = text.AsSpan(at, Math.Min(LongestName, text.Length - at));
        var end = window.IndexOf(';');
        var name = end < 0 ? "" : window[1..end].ToString();
        if (name is "amp" or "lt" or "gt" or "quot" or "apos" || IsNumber(name))
        {
            return (end + 1, null);
        }

        var decoded = end < 0 ? "" : WebUtility.HtmlDecode($"&{name};");
        return decoded is [not '&', ..] ? (end + 1, decoded) : (1, "&amp;");
    }

    private static bool IsNumber(string name) =>
        name switch
        {
            ['#', 'x', .. { Length: > 0 } digits] => digits.All(char.IsAsciiHexDigit),
            ['#', .. { Length: > 0 } digits] => digits.All(char.IsAsciiDigit),
            _ => false,
        };
}
