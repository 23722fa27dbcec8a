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
