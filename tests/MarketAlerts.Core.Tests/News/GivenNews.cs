using MarketAlerts.Core.Detection;
using MarketAlerts.Core.News;
using MarketAlerts.Core.News.Tagging;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.News;

/// <summary>A desk that watches NVDA and AMD, and news of DeepSeek, of NVDA, and of NVDA with exports.</summary>
internal static class GivenNews
{
    public static readonly NewsCondition DeepSeek = new(null, "DeepSeek");
    public static readonly NewsCondition Nvda = new(Given.Sym("NVDA"), null);
    public static readonly NewsCondition NvdaExport = new(Given.Sym("NVDA"), "export");

    public static readonly IReadOnlyList<Alias> Companies =
    [
        new("Nvidia", Given.Sym("NVDA"), AliasForm.Name),
        new("AMD", Given.Sym("AMD"), AliasForm.Exact),
        new("Microsoft", Given.Sym("MSFT"), AliasForm.Name),
    ];

    public static Catalog Catalog { get; } =
        new([], new Dictionary<Core.Market.Symbol, string> { [Given.Sym("NVDA")] = "p0000", [Given.Sym("AMD")] = "p0000" })
        {
            News = new[] { DeepSeek, Nvda, NvdaExport }.ToDictionary(news => news.Target),
            Feeds = new[]
            {
                new Feed("wire", FeedKind.Rss, new Uri("https://wire.example/rss")),
                new Feed("slow", FeedKind.Rss, new Uri("https://slow.example/rss"), 5),
            }.ToDictionary(feed => feed.Name),
        };

    public static StoryTagger Tagger() => new(new AliasIndex(Companies), Catalog);

    public static NewsReading Reading(int count, double? usual = null) =>
        new("NVDA", count, usual, "Nvidia falls", "wire", Given.At("14:31"));

    public static Article Article(string title, string? published = null, string source = "wire", string? id = null) =>
        new(source, id ?? title, title, "", null, published is null ? null : Given.Instant(published), null, []);

    /// <summary>A tagged story, seen when it came out unless told otherwise.</summary>
    public static Story Story(string title, string published, string? seen = null, params string[] sources)
    {
        var story = new StoryIndex(Tagger(), []).Take(Article(title, published), Given.Instant(seen ?? published)).Story;
        return sources.Length is 0 ? story : story with { Sources = sources };
    }
}
