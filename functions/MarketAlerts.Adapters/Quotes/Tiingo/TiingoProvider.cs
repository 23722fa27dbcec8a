using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Tiingo;

/// <summary>
/// Tiingo's IEX quotes: one call for any number of symbols. Many symbols are read out of the answer about all of them, which the pages of a
/// poll share.
/// </summary>
public sealed class TiingoProvider : IQuoteProvider
{
    private const int MostNamed = 100;

    private readonly QuoteClient _client;
    private readonly SharedSnapshot _market;

    /// <summary>Asks with the key of the options.</summary>
    public TiingoProvider(Fetcher fetcher, TiingoOptions options, TimeProvider clock)
    {
        DeclaredDelay = TimeSpan.FromSeconds(options.DelaySeconds);
        _client = new QuoteClient(
            new ProviderClient(fetcher, Name, options.BaseUrl, new KeyHeader("Authorization", options.ApiKey, "Token")),
            TiingoParser.Parse
        );
        _market = new SharedSnapshot(_client, "/iex", TimeSpan.FromSeconds(options.SnapshotSeconds), clock);
    }

    /// <inheritdoc/>
    public string Name => "tiingo";

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
            _ => await _client.GetAsync(
                $"/iex/?tickers={string.Join(',', symbols.Select(DashedTicker.Write))}",
                symbols,
                cancellationToken
            ),
        };
}
