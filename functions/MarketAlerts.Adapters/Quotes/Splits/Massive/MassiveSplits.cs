using System.Globalization;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Splits.Massive;

/// <summary>Massive's list of splits: <c>/v3/reference/splits</c>, a thousand a page.</summary>
public sealed class MassiveSplits : ISplitProvider
{
    private readonly ProviderClient _client;

    /// <summary>Asks with the key of the options.</summary>
    public MassiveSplits(Fetcher fetcher, MassiveOptions options) =>
        _client = new ProviderClient(fetcher, Name, options.BaseUrl, new KeyHeader("Authorization", options.ApiKey, "Bearer"));

    /// <inheritdoc/>
    public string Name => "massive";

    /// <inheritdoc/>
    public Task<IReadOnlyList<ShareSplit>> GetAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        SplitPages.GatherAsync(
            _client,
            string.Create(
                CultureInfo.InvariantCulture,
                $"/v3/reference/splits?execution_date.gte={from:yyyy-MM-dd}&execution_date.lte={to:yyyy-MM-dd}&limit=1000"
            ),
            body => MassiveSplitParser.Parse(body, _client.Base),
            cancellationToken
        );
}
