using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News.Edgar;

/// <summary>The current filings at the SEC as articles.</summary>
/// <param name="client">Asks.</param>
/// <param name="clock">The clock.</param>
/// <param name="options">Who asks, and which forms.</param>
public sealed class EdgarFeed(FeedClient client, TimeProvider clock, EdgarOptions options)
{
    /// <summary>The source of its articles.</summary>
    public const string Source = "edgar";

    private static readonly Uri Tickers = new("https://www.sec.gov/files/company_tickers.json");

    private readonly string[] _forms = options.Forms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The filings of the wanted forms.</summary>
    /// <param name="version">The version read last.</param>
    /// <param name="table">The tickers of the companies.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FetchException">There is no usable answer, or nobody is named who asks (Refused).</exception>
    public async Task<FeedAnswer> GetAsync(FeedVersion version, CikTable table, CancellationToken cancellationToken)
    {
        var answer = await client.FetchAsync(Request(options.Address, version), cancellationToken);
        var articles = answer.IsNotModified ? [] : EdgarParser.Parse(Source, answer, _forms, table, clock.GetUtcNow());
        return new FeedAnswer(articles, FeedClient.VersionOf(answer, version), answer.IsNotModified, answer.RetryAfter);
    }

    /// <summary>The tickers of the companies: once a day is often enough.</summary>
    /// <exception cref="FetchException">There is no usable answer, or nobody is named who asks (Refused).</exception>
    public async Task<CikTable> GetTickersAsync(CancellationToken cancellationToken) =>
        CikTable.Parse((await client.FetchAsync(Request(Tickers, FeedVersion.None) with { Accept = "application/json" }, cancellationToken)).Body);

    private FeedRequest Request(Uri address, FeedVersion version) => new(Source, address, version)
    {
        UserAgent = options.UserAgent ?? throw new FetchException(FetchFault.Refused, "The SEC is not asked without a name: set News:Edgar:UserAgent."),
        Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
        Check = EdgarRefusal.Check,
    };
}
