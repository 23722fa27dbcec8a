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

    /// <summary>Makes one for one key.</summary>
    /// <param name="client">Asks.</param>
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
