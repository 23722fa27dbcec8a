using MarketAlerts.Core.Market;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.News.Tagging;

/// <summary>Finds the companies a text names.</summary>
public sealed class AliasIndex
{
    private readonly Alias[][] _aliases;
    private readonly PhraseTrie _trie;

    /// <summary>Makes a book; aliases of the same words stand side by side, each counts where it is written as it must be.</summary>
    public AliasIndex(IEnumerable<Alias> aliases)
    {
        _aliases =
        [
            .. aliases
                .Distinct()
                .GroupBy(alias => WordsOf(alias.Text))
                .Where(group => group.Key is not "")
                .Select(group => group.ToArray()),
        ];
        _trie = new PhraseTrie([.. _aliases.Select(same => same[0].Text)]);
    }

    /// <summary>How many aliases it has.</summary>
    public int Count => _aliases.Sum(same => same.Length);

    /// <summary>The places where companies are named, in order.</summary>
    public IReadOnlyList<CompanyMention> Find(string text)
    {
        var hits = new List<PhraseHit>();
        var filter = new AliasFilter(text, _aliases);
        _trie.Find(text, filter, hits);
        var mentions = new CompanyMention[hits.Count];
        for (var index = 0; index < mentions.Length; index++)
        {
            mentions[index] = MentionOf(hits[index], filter);
        }

        return mentions;
    }

    private CompanyMention MentionOf(in PhraseHit hit, in AliasFilter filter)
    {
        var symbols = new List<Market.Symbol>();
        foreach (var alias in _aliases[hit.Phrase])
        {
            if (filter.Means(hit, alias) && !symbols.Contains(alias.Symbol))
            {
                symbols.Add(alias.Symbol);
            }
        }

        return new CompanyMention(hit.Start, hit.End, symbols);
    }

    private static string WordsOf(string text)
    {
        var scanner = new WordScanner(text);
        var words = new List<string>();
        while (scanner.Next(out var word))
        {
            words.Add(text.Substring(word.Start, word.Length).ToLowerInvariant());
        }

        return string.Join(' ', words);
    }
}

/// <summary>A place in a text where a company is named.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Symbols">Whose name it is; more than one where a company has several share classes.</param>
public sealed record CompanyMention(int Start, int End, IReadOnlyList<Symbol> Symbols);
