namespace MarketAlerts.Core.News.Tagging;

/// <summary>Tags articles with companies and watched phrases. No input or output.</summary>
/// <param name="companies">The aliases.</param>
/// <param name="topics">The watched phrases; whatever their case, whole words.</param>
public sealed class ArticleTagger(AliasBook companies, IReadOnlyList<string> topics)
{
    private readonly PhraseTrie _topics = new(topics);

    /// <summary>Tags an article by its title and summary.</summary>
    public ArticleTags Tag(Article article)
    {
        var text = $"{article.Title}\n{article.Summary}";
        var mentions = companies.Find(text);
        var hits = new List<PhraseHit>();
        _topics.Find(text, hits);
        return new ArticleTags(
            [.. article.Symbols.Concat(mentions.SelectMany(mention => mention.Symbols)).Distinct()],
            [.. hits.Select(hit => topics[hit.Phrase]).Distinct()],
            PercentClaims.Find(text, mentions));
    }
}
