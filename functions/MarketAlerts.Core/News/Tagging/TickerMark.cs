namespace MarketAlerts.Core.News.Tagging;

/// <summary>
/// Tells whether a ticker in a text is marked as one: <c>$NVDA</c>, <c>(NASDAQ: NVDA)</c>, <c>(NYSE: F, GM)</c> or <c>(NVDA)</c>.
/// </summary>
internal static class TickerMark
{
    private const int LongestList = 80;

    private static readonly string[] Exchanges = ["NASDAQ", "NasdaqGS", "Nasdaq", "NYSE", "NYSE American", "AMEX", "CBOE", "OTC"];

    /// <summary>Whether the letters from <paramref name="start"/> up to <paramref name="end"/> are marked.</summary>
    public static bool IsMarked(ReadOnlySpan<char> text, int start, int end)
    {
        if (start > 0 && text[start - 1] is '$')
        {
            return true;
        }

        var before = text[Math.Max(0, start - LongestList)..start];
        var opening = before.LastIndexOf('(');
        return opening >= 0 && before[opening..].IndexOf(')') < 0 && IsListOf(before[(opening + 1)..], text[end..]);
    }

    /// <summary>Inside parentheses either the ticker alone, or after the name of an exchange.</summary>
    private static bool IsListOf(ReadOnlySpan<char> inside, ReadOnlySpan<char> after)
    {
        var colon = inside.LastIndexOf(':');
        return colon < 0 ? inside.IsEmpty && after is [')', ..] : EndsWithExchange(inside[..colon].TrimEnd());
    }

    private static bool EndsWithExchange(ReadOnlySpan<char> text)
    {
        foreach (var exchange in Exchanges)
        {
            if (text.EndsWith(exchange, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
