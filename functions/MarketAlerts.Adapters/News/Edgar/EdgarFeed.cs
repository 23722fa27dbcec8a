using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.News.Edgar;

/// <summary>The current filings at the SEC as articles.</summary>
/// <param name="client">Fetches from the provider.</param>
/// <param name="clock">The clock.</param>
/// <param name="options">Who asks, and which forms.</param>
public sealed class EdgarFeed(FeedClient client, TimeProvider clock, EdgarOptions options)
{
    private const string Companies = "company_tickers.json";

    private readonly string[] _forms = options.Forms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The filings of the wanted forms.</summary>
    /// <param name="feed">The feed; without an address it is the list of the settings.</param>
    /// <param name="version">The version read last.</param>
    /// <param name="tickers">Gives the tickers of the companies, once there are filings.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="FetchException">There is no usable answer, or nobody is named who asks (Refused).</exception>
    public async Task<FeedAnswer> GetAsync(
        Feed feed,
        FeedVersion version,
        Func<CancellationToken, Task<CikTable>> tickers,
        CancellationToken cancellationToken
    )
    {
        var answer = await client.FetchAsync(Request(feed.Name, feed.Address ?? options.Address, version), cancellationToken);
        var articles = answer.IsNotModified
            ? []
            : EdgarParser.Parse(feed.Name, answer, _forms, await tickers(cancellationToken), clock.GetUtcNow());
        return new FeedAnswer(articles, FeedClient.VersionOf(answer, version), answer.IsNotModified, answer.RetryAfter);
    }

    /// <summary>The tickers of the companies: once a day is often enough.</summary>
    /// <exception cref="FetchException">There is no usable answer, it names nobody (Malformed), or nobody is named who asks
    /// (Refused).</exception>
    public async Task<CikTable> GetTickersAsync(CancellationToken cancellationToken)
    {
        var answer = await client.FetchAsync(
            Request(Companies, options.TickersAddress, FeedVersion.None) with
            {
                Accept = "application/json",
            },
            cancellationToken
        );
        return CikTable.Parse(answer.Body) is { Count: > 0 } table
            ? table
            : throw new FetchException(FetchFault.Malformed, $"{Companies} names no company.");
    }

    private FeedRequest Request(string source, Uri address, FeedVersion version) =>
        new(source, address, version)
        {
            UserAgent =
                options.UserAgent
                ?? throw new FetchException(FetchFault.Refused, "The SEC is not asked without a name: set News:Edgar:UserAgent."),
            Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            Check = EdgarRefusal.Check,
        };
}
