using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.News.Massive;

/// <summary>
/// Massive's news of all tickers, by when they came out. It names the next page by a whole address, which is asked only at its own host.
/// </summary>
public sealed class MassiveNewsFeed : IFeedProvider
{
    private const string Path = "/v2/reference/news";
    private const int PageSize = 500; // Of 1,000 at most, so that a page stays far below the limit of bytes.

    private readonly NewsPages _pages;

    /// <summary>Asks with the key of the options.</summary>
    /// <param name="client">Fetches from the provider.</param>
    /// <param name="budget">The calls of the plan.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="limits">The most pages and items.</param>
    /// <param name="options">The key and where to ask, the same as for quotes.</param>
    public MassiveNewsFeed(FeedClient client, CallBudget budget, TimeProvider clock, FeedOptions limits, MassiveOptions options)
    {
        var api = new NewsApi(
            client,
            budget,
            options.BaseUrl,
            $"{MassiveOptions.Section}:ApiKey",
            new KeyHeader("Authorization", options.ApiKey, "Bearer")
        );
        _pages = new NewsPages(api, DialectOf(api), clock, limits);
    }

    /// <inheritdoc/>
    public FeedKind Kind => FeedKind.Massive;

    /// <inheritdoc/>
    public Task<FeedAnswer> ReadAsync(Feed feed, FeedVersion version, CancellationToken cancellationToken) =>
        _pages.ReadAsync(feed.Name, version, cancellationToken);

    internal static NewsDialect DialectOf(NewsApi api) =>
        new(
            start => api.AddressOf($"{Path}?published_utc.gte={start}&sort=published_utc&order=asc&limit={PageSize}"),
            (_, next) => Uri.TryCreate(next, UriKind.Absolute, out var address) ? address : null,
            MassiveNewsParser.ParsePage,
            article => article.PublishedAt
        )
        {
            Overlap = TimeSpan.FromHours(2), // It lists articles long after they came out.
        };
}

/// <summary>Reads Massive's news (<c>/v2/reference/news</c>): <c>{"results":[...],"status":"OK"}</c>.</summary>
internal static class MassiveNewsParser
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
