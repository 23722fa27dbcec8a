using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News;

/// <summary>
/// What the parsers of JSON news have in common: the list, the limits, and that an element that says nothing is skipped.
/// </summary>
internal static class JsonNewsParser
{
    /// <summary>The articles of an answer, in its order.</summary>
    /// <param name="source">The feed.</param>
    /// <param name="body">The answer, UTF-8.</param>
    /// <param name="list">The name of the list, or null when the answer is the list.</param>
    /// <param name="now">The present.</param>
    /// <param name="draft">Reads one element.</param>
    /// <exception cref="FetchException">There are no news in it.</exception>
    public static IReadOnlyList<Article> Parse(
        string source,
        ReadOnlyMemory<byte> body,
        string? list,
        DateTimeOffset now,
        Func<string, JsonElement, ArticleDraft> draft
    ) => ParsePage(source, body, list, "", now, draft).Articles;

    /// <summary>The articles of an answer, in its order, and what it calls the next page.</summary>
    /// <param name="source">The feed.</param>
    /// <param name="body">The answer, UTF-8.</param>
    /// <param name="list">The name of the list, or null when the answer is the list.</param>
    /// <param name="next">The name of what names the next page.</param>
    /// <param name="now">The present.</param>
    /// <param name="draft">Reads one element.</param>
    /// <exception cref="FetchException">There are no news in it.</exception>
    public static NewsPage ParsePage(
        string source,
        ReadOnlyMemory<byte> body,
        string? list,
        string next,
        DateTimeOffset now,
        Func<string, JsonElement, ArticleDraft> draft
    )
    {
        using var document = NewsJsonElements.Parse(source, body);
        List<Article> articles = [];
        foreach (var element in NewsJsonElements.List(source, document.RootElement, list))
        {
            if (element.ValueKind is JsonValueKind.Object && draft(source, element).Finish(now) is { } article)
            {
                articles.Add(
                    articles.Count < FeedParser.MostItems
                        ? article
                        : throw new FetchException(FetchFault.TooLarge, $"{source} has more than {FeedParser.MostItems} items.")
                );
            }
        }

        return new NewsPage(articles, document.RootElement.Text(next));
    }
}
