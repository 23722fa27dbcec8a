using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News.Finnhub;

/// <summary>Reads Finnhub's news of a company (<c>/api/v1/company-news</c>) and of the market (<c>/api/v1/news</c>): a list, or <c>{"error":...}</c>.</summary>
public static class FinnhubNewsParser
{
    /// <summary>The articles of an answer, in its order; an element that says nothing is skipped.</summary>
    /// <param name="source">The feed, for the articles and for messages.</param>
    /// <param name="body">The answer, UTF-8.</param>
    /// <param name="now">The present: a date more than a day later is unknown.</param>
    /// <exception cref="FetchException">There are no news in it.</exception>
    public static IReadOnlyList<Article> Parse(string source, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        JsonNewsParser.Parse(source, body, null, now, Draft);

    private static ArticleDraft Draft(string source, JsonElement item) =>
        new(
            source,
            item.Text("id") is "0" ? null : item.Text("id"),
            item.Text("headline"),
            item.Text("summary"),
            FeedLinks.Parse(item.Text("url"), null)
        )
        {
            PublishedAt = item.Seconds("datetime"),
            Symbols = item.Symbols("related"),
        };
}
