using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Finnhub;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.News.Finnhub;

/// <summary>Finnhub's news of the market: the whole list of the newest at each poll, since it can be asked by number but not by time.</summary>
/// <param name="client">Asks.</param>
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
