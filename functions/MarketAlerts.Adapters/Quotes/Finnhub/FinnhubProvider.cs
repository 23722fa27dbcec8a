using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Finnhub;

/// <summary>Finnhub's quotes: one call a symbol, so for short watch lists. It tells no volume.</summary>
/// <param name="fetcher">Asks.</param>
/// <param name="options">The settings.</param>
public sealed class FinnhubProvider(Fetcher fetcher, FinnhubOptions options) : IQuoteProvider
{
    /// <inheritdoc/>
    public string Name => "finnhub";

    /// <inheritdoc/>
    public TimeSpan DeclaredDelay { get; } = TimeSpan.FromSeconds(options.DelaySeconds);

    /// <inheritdoc/>
    public int CallsFor(int symbols) => symbols;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Quote>> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
        Batches.GatherAsync(
            symbols,
            1,
            (one, token) => ClientOf(one[0]).GetAsync($"/api/v1/quote?symbol={one[0]}", one, token),
            cancellationToken
        );

    /// <summary>An answer does not name its symbol: it is whose it was asked for.</summary>
    private QuoteClient ClientOf(Symbol symbol) =>
        new(
            new ProviderClient(fetcher, Name, options.BaseUrl, new KeyHeader("X-Finnhub-Token", options.ApiKey)),
            (body, _, quotes) => FinnhubParser.Parse(body, symbol, quotes)
        );
}
