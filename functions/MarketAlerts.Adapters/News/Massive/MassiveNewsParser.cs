using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News.Massive;

/// <summary>Reads Massive's news (<c>/v2/reference/news</c>): <c>{"results":[...],"status":"OK"}</c>.</summary>
public static class MassiveNewsParser
{
    /// <summary>The articles of an answer, in its order; an element that says nothing is skipped.</summary>
    /// <param name="source">The feed, for the articles and for messages.</param>
    /// <param name="body">The answer, UTF-8.</param>
    /// <param name="now">The present: a date more than a day later is unknown.</param>
    /// <exception cref="FetchException">There are no news in it.</exception>
    public static IReadOnlyList<Article> Parse(string source, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        ParsePage(source, body, now).Articles;

    internal static NewsPage ParsePage(string source, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        JsonNewsParser.ParsePage(source, body, "results", "next_url", now, Draft);

    private static ArticleDraft Draft(string source, JsonElement item) =>
        new(source, item.Text("id"), item.Text("title"), item.Text("description"), FeedLinks.Parse(item.Text("article_url"), null))
        {
            PublishedAt = FeedDates.Parse(item.Text("published_utc")),
            Symbols = item.Symbols("tickers"),
        };
}
