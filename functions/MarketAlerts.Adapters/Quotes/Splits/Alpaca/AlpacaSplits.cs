using System.Globalization;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Splits.Alpaca;

/// <summary>
/// Alpaca's corporate actions: <c>/v1/corporate-actions</c>, a thousand a page. They are found by the day they are processed, which is the
/// ex-date as far as anybody saw; what counts is <c>ex_date</c>.
/// </summary>
public sealed class AlpacaSplits : ISplitProvider
{
    private readonly ProviderClient _client;

    /// <summary>Asks with the key of the options.</summary>
    public AlpacaSplits(Fetcher fetcher, AlpacaOptions options) =>
        _client = new ProviderClient(
            fetcher,
            Name,
            options.BaseUrl,
            new KeyHeader("APCA-API-KEY-ID", options.ApiKey),
            new KeyHeader("APCA-API-SECRET-KEY", options.ApiSecret)
        );

    /// <inheritdoc/>
    public string Name => "alpaca";

    /// <inheritdoc/>
    public Task<IReadOnlyList<ShareSplit>> GetAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"/v1/corporate-actions?types=forward_split,reverse_split&start={from:yyyy-MM-dd}&end={to:yyyy-MM-dd}&limit=1000"
        );
        return SplitPages.GatherAsync(_client, path, body => AlpacaSplitParser.Parse(body, path), cancellationToken);
    }
}
