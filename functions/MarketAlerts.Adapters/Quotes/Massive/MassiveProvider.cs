using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>
/// Massive's snapshot: one call for any number of symbols. Many symbols are read out of the snapshot of the whole market, which the pages
/// of a poll share.
/// </summary>
public sealed class MassiveProvider : IQuoteProvider
{
    private const string Path = "/v2/snapshot/locale/us/markets/stocks/tickers";
    private const int MostNamed = 250;

    private readonly QuoteClient _client;
    private readonly SharedSnapshot _market;

    /// <summary>Asks with the key of the options.</summary>
    public MassiveProvider(Fetcher fetcher, MassiveOptions options, TimeProvider clock)
    {
        DeclaredDelay = TimeSpan.FromSeconds(options.DelaySeconds);
        _client = new QuoteClient(
            new ProviderClient(fetcher, Name, options.BaseUrl, new KeyHeader("Authorization", options.ApiKey, "Bearer")),
            (body, symbols, quotes) => new MassiveSnapshotParser(symbols).Parse(body, quotes)
        );
        _market = new SharedSnapshot(_client, Path, TimeSpan.FromSeconds(options.SnapshotSeconds), clock);
    }

    /// <inheritdoc/>
    public string Name => "massive";

    /// <inheritdoc/>
    public TimeSpan DeclaredDelay { get; }

    /// <inheritdoc/>
    public int CallsFor(int symbols) => Math.Min(symbols, 1);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Quote>> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
        symbols.Count switch
        {
            0 => [],
            > MostNamed => await _market.GetAsync(symbols, cancellationToken),
            _ when _market.IsFresh => await _market.GetAsync(symbols, cancellationToken),
            _ => await _client.GetAsync($"{Path}?tickers={string.Join(',', symbols)}&include_otc=false", symbols, cancellationToken),
        };
}
