using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.News.Tagging;

/// <summary>Tags articles with companies and watched phrases. No input or output.</summary>
/// <param name="companies">The aliases.</param>
/// <param name="topics">The watched phrases.</param>
internal sealed class ArticleTagger(AliasIndex companies, IEnumerable<string> topics)
{
    private readonly TopicFinder _topics = new(topics);

    /// <summary>Tags an article by its title and summary.</summary>
    public ArticleTags Tag(Article article)
    {
        var text = $"{article.Title}\n{article.Summary}";
        var mentions = companies.Find(text);
        return new ArticleTags(
            [.. article.Symbols.Concat(mentions.SelectMany(mention => mention.Symbols)).Distinct()],
            _topics.Find(text),
            PercentClaims.Find(text, mentions)
        );
    }
}

/// <summary>What an article is about.</summary>
/// <param name="Symbols">The companies: those the provider names, then those the text does.</param>
/// <param name="Topics">The watched phrases it contains, as watched.</param>
/// <param name="Claims">What it says of moves.</param>
internal sealed record ArticleTags(IReadOnlyList<Symbol> Symbols, IReadOnlyList<string> Topics, IReadOnlyList<PercentClaim> Claims);
