using MarketAlerts.Core.News.Tagging;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.News;

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
