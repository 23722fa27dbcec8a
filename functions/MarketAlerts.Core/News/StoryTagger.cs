using MarketAlerts.Core.News.Tagging;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.News;

/// <summary>Tags stories with what is watched: the catalog's symbols, and the topics somebody asked for. No input or output.</summary>
public sealed class StoryTagger
{
    private readonly Catalog _catalog;
    private readonly ArticleTagger _tagger;

    /// <summary>Makes a tagger.</summary>
    /// <param name="companies">The names of companies.</param>
    /// <param name="catalog">What is watched.</param>
    public StoryTagger(AliasIndex companies, Catalog catalog)
    {
        _catalog = catalog;
        _tagger = new ArticleTagger(companies, catalog.News.Values.Select(news => news.Phrase).OfType<string>());
    }

    /// <summary>The story with its targets and what it says of moves.</summary>
    public Story Tag(Story story)
    {
        var tags = _tagger.Tag(story.First);
        var topics = _catalog.News.Values.Where(news =>
            news.Phrase is { } phrase && tags.Topics.Contains(phrase) && (news.Symbol is not { } symbol || tags.Symbols.Contains(symbol))
        );
        return story with
        {
            Targets = [.. tags.Symbols.Where(_catalog.Pages.ContainsKey).Select(Target.OfSymbol), .. topics.Select(news => news.Target)],
            Claims = tags.Claims,
        };
    }
}

/// <summary>Keeps the tagger of the newest catalog: making one reads all names.</summary>
/// <param name="companies">The names that come along with the product.</param>
public sealed class StoryTaggers(IReadOnlyList<Alias> companies)
{
    private volatile Made? _newest;

    /// <summary>The tagger of a catalog.</summary>
    public StoryTagger TaggerFor(Catalog catalog)
    {
        var known = _newest;
        if (known?.Catalog != catalog)
        {
            _newest = known = new Made(catalog, new StoryTagger(new AliasIndex([.. companies, .. catalog.Aliases]), catalog));
        }

        return known.Tagger;
    }

    private sealed record Made(Catalog Catalog, StoryTagger Tagger);
}
