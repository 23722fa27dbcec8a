using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Finnhub;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.News.Finnhub;

/// <summary>
/// Finnhub's news of the market: the whole list of the newest at each poll, since it can be asked by number but not by time.
/// </summary>
/// <param name="client">Fetches from the provider.</param>
/// <param name="budget">The calls of the plan.</param>
/// <param name="clock">The clock.</param>
/// <param name="options">The key and where to ask, the same as for quotes.</param>
public sealed class FinnhubNewsFeed(FeedClient client, CallBudget budget, TimeProvider clock, FinnhubOptions options) : IFeedProvider
{
    private const string Path = "/api/v1/news?category=general";

    private readonly NewsApi _api = new(
        client,
        budget,
        options.BaseUrl,
        $"{FinnhubOptions.Section}:ApiKey",
        new KeyHeader("X-Finnhub-Token", options.ApiKey)
    );

    /// <inheritdoc/>
    public FeedKind Kind => FeedKind.Finnhub;

    /// <inheritdoc/>
    public Task<FeedAnswer> ReadAsync(Feed feed, FeedVersion version, CancellationToken cancellationToken) =>
        _api.AskAsync(feed.Name, _api.AddressOf(Path), version, answer => Read(feed.Name, answer, version), cancellationToken);

    private FeedAnswer Read(string source, Fetched answer, FeedVersion before)
    {
        var articles = answer.IsNotModified ? [] : FinnhubNewsParser.Parse(source, answer.Body, clock.GetUtcNow());
        return new FeedAnswer(articles, FeedClient.VersionOf(answer, before), answer.IsNotModified, answer.RetryAfter);
    }
}

/// <summary>
/// Reads Finnhub's news of a company (<c>/api/v1/company-news</c>) and of the market (<c>/api/v1/news</c>): a list, or
/// <c>{"error":...}</c>.
/// </summary>
internal static class FinnhubNewsParser
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
