using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Reads quotes out of the answers of a provider's server.</summary>
/// <param name="server">The server.</param>
/// <param name="parse">Reads its answers.</param>
internal sealed class QuoteClient(ProviderClient server, BodyParser parse)
{
    /// <summary>The server, for what is asked and answered in another way.</summary>
    public ProviderClient Server => server;

    /// <summary>The quotes of some symbols in the answer.</summary>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    public async Task<IReadOnlyList<Quote>> GetAsync(string path, IEnumerable<Symbol> symbols, CancellationToken cancellationToken) =>
        Read(await server.AskAsync(path, cancellationToken), new SymbolTable(symbols));

    /// <summary>The quotes of some symbols in an answer, one a symbol.</summary>
    /// <exception cref="FetchException">Its status says no, or its body is not what is documented.</exception>
    public IReadOnlyList<Quote> Read(Fetched answer, SymbolTable symbols) =>
        server.Read<IReadOnlyList<Quote>>(
            answer,
            body =>
            {
                var quotes = new List<Quote>(symbols.Count);
                parse(body, symbols, quotes);
                return [.. quotes.DistinctBy(quote => quote.Symbol)];
            }
        );
}
