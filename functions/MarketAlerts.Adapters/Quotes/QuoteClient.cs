using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Asks one provider's server with its key and reads the quotes out of the answer.</summary>
/// <param name="fetcher">Asks.</param>
/// <param name="name">The provider, for messages.</param>
/// <param name="baseUrl">Where it is, without path.</param>
/// <param name="parse">Reads its answers.</param>
/// <param name="keys">The headers with its keys.</param>
internal sealed class QuoteClient(Fetcher fetcher, string name, string baseUrl, BodyParser parse, params KeyHeader[] keys)
{
    private readonly ProviderClient _client = new(fetcher, name, baseUrl, keys);

    /// <inheritdoc cref="ProviderClient.AskAsync"/>
    public Task<Fetched> AskAsync(string path, CancellationToken cancellationToken, int? cost = null) =>
        _client.AskAsync(path, cancellationToken, cost);

    /// <summary>The quotes of some symbols in the answer.</summary>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    public async Task<IReadOnlyList<Quote>> GetAsync(string path, IEnumerable<Symbol> symbols, CancellationToken cancellationToken) =>
        Read(await AskAsync(path, cancellationToken), new SymbolTable(symbols));

    /// <summary>The quotes of some symbols in an answer, one a symbol.</summary>
    /// <exception cref="FetchException">Its status says no, or its body is not what is documented.</exception>
    public IReadOnlyList<Quote> Read(Fetched answer, SymbolTable symbols) =>
        _client.Read<IReadOnlyList<Quote>>(
            answer,
            body =>
            {
                var quotes = new List<Quote>(symbols.Count);
                parse(body, symbols, quotes);
                return [.. quotes.DistinctBy(quote => quote.Symbol)];
            }
        );

    /// <inheritdoc cref="ProviderClient.Clean"/>
    public FetchException Clean(FetchException error, Fetched answer) => _client.Clean(error, answer);
}
