using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News.Alpaca;

/// <summary>Reads Alpaca's news (<c>/v1beta1/news</c>), which are Benzinga's: <c>{"news":[...],"next_page_token":...}</c>.</summary>
public static class AlpacaNewsParser
{
    /// <summary>The articles of an answer, in its order; an element that says nothing is skipped.</summary>
    /// <param name="source">The feed, for the articles and for messages.</param>
    /// <param name="body">The answer, UTF-8.</param>
    /// <param name="now">The present: a date more than a day later is unknown.</param>
    /// <exception cref="FetchException">There are no news in it.</exception>
    public static IReadOnlyList<Article> Parse(string source, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        ParsePage(source, body, now).Articles;

    internal static NewsPage ParsePage(string source, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        JsonNewsParser.ParsePage(source, body, "news", "next_page_token", now, Draft);

    private static ArticleDraft Draft(string source, JsonElement item) =>
        new(source, item.Text("id"), item.Text("headline"), item.Text("summary"), FeedLinks.Parse(item.Text("url"), null))
        {
            PublishedAt = FeedDates.Parse(item.Text("created_at")),
            UpdatedAt = FeedDates.Parse(item.Text("updated_at")),
            Symbols = item.Symbols("symbols"),
        };
}
