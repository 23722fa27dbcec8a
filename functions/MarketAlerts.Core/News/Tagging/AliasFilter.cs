using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.News.Tagging;

/// <summary>Takes an alias only where it is written as it must be.</summary>
/// <param name="text">The text.</param>
/// <param name="aliases">The aliases of each phrase.</param>
internal readonly ref struct AliasFilter(ReadOnlySpan<char> text, Alias[][] aliases) : IPhraseFilter
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly bool _isShouting = IsShouting(text);

    /// <inheritdoc/>
    public bool Takes(in PhraseHit hit)
    {
        foreach (var alias in aliases[hit.Phrase])
        {
            if (Means(hit, alias))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an alias is meant where its words stand.</summary>
    public bool Means(in PhraseHit hit, Alias alias)
    {
        var written = _text[hit.Start..hit.End];
        return alias.Form switch
        {
            AliasForm.Name => !char.IsLower(written[0]),
            AliasForm.Exact => written.SequenceEqual(alias.Text) && !BeginsCompound(hit.End),
            AliasForm.Ticker => written.SequenceEqual(alias.Text) && (!_isShouting || TickerMark.IsMarked(_text, hit.Start, hit.End)),
            _ => written.SequenceEqual(alias.Text) && TickerMark.IsMarked(_text, hit.Start, hit.End),
        };
    }

    private bool BeginsCompound(int end) => end + 1 < _text.Length && _text[end] is '-' && char.IsLower(_text[end + 1]);

    /// <summary>A text without a small letter says nothing by its capitals.</summary>
    private static bool IsShouting(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (char.IsLower(letter))
            {
                return false;
            }
        }

        return true;
    }
}

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
