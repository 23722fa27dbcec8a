using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.News.Alpaca;

/// <summary>Alpaca's news of all symbols, by when they were changed last.</summary>
public sealed class AlpacaNewsFeed : IFeedProvider
{
    private const string Path = "/v1beta1/news";
    private const int PageSize = 50; // Its most.

    private readonly NewsPages _pages;

    /// <summary>Asks with the key of the options.</summary>
    /// <param name="client">Fetches from the provider.</param>
    /// <param name="budget">The calls of the plan.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="limits">The most pages and items.</param>
    /// <param name="options">The key and where to ask, the same as for quotes.</param>
    public AlpacaNewsFeed(FeedClient client, CallBudget budget, TimeProvider clock, FeedOptions limits, AlpacaOptions options)
    {
        var api = new NewsApi(
            client,
            budget,
            options.BaseUrl,
            $"{AlpacaOptions.Section}:ApiKey and {AlpacaOptions.Section}:ApiSecret",
            new KeyHeader("APCA-API-KEY-ID", options.ApiKey),
            new KeyHeader("APCA-API-SECRET-KEY", options.ApiSecret)
        );
        _pages = new NewsPages(api, DialectOf(api), clock, limits);
    }

    /// <inheritdoc/>
    public FeedKind Kind => FeedKind.Alpaca;

    /// <inheritdoc/>
    public Task<FeedAnswer> ReadAsync(Feed feed, FeedVersion version, CancellationToken cancellationToken) =>
        _pages.ReadAsync(feed.Name, version, cancellationToken);

    internal static NewsDialect DialectOf(NewsApi api) =>
        new(
            start => api.AddressOf($"{Path}?start={start}&sort=asc&limit={PageSize}&include_content=false"),
            (first, token) => new Uri($"{first}&page_token={Uri.EscapeDataString(token)}"),
            AlpacaNewsParser.ParsePage,
            article => article.UpdatedAt ?? article.PublishedAt
        );
}

/// <summary>Reads Alpaca's news (<c>/v1beta1/news</c>), which are Benzinga's: <c>{"news":[...],"next_page_token":...}</c>.</summary>
internal static class AlpacaNewsParser
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
