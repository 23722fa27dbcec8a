using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Asks one provider's server with its key and reads the quotes out of the answer. What is the same for all providers is here.</summary>
/// <param name="fetcher">Asks.</param>
/// <param name="name">The provider, for messages.</param>
/// <param name="baseUrl">Where it is, without path.</param>
/// <param name="parse">Reads its answers.</param>
/// <param name="keys">The headers with its keys. No message tells a key, even if the other side repeats it.</param>
internal sealed class QuoteClient(Fetcher fetcher, string name, string baseUrl, BodyParser parse, params KeyHeader[] keys)
{
    /// <summary>The whole answer, whatever its status.</summary>
    /// <exception cref="FetchException">There is none.</exception>
    public Task<Fetched> AskAsync(string path, CancellationToken cancellationToken) =>
        fetcher.GetAsync(name, new Uri(baseUrl.TrimEnd('/') + path), Sign, cancellationToken);

    /// <summary>The quotes of some symbols in the answer.</summary>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    public async Task<IReadOnlyList<Quote>> GetAsync(string path, IEnumerable<Symbol> symbols, CancellationToken cancellationToken) =>
        Read(await AskAsync(path, cancellationToken), new SymbolTable(symbols));

    /// <summary>The quotes of some symbols in an answer, one a symbol.</summary>
    /// <exception cref="FetchException">Its status says no, or its body is not what is documented.</exception>
    public IReadOnlyList<Quote> Read(Fetched answer, SymbolTable symbols)
    {
        var quotes = new List<Quote>(symbols.Count);
        try
        {
            parse(answer.EnsureSuccess().Body.Span, symbols, quotes);
        }
        catch (JsonException error)
        {
            throw Clean(answer.Failure(FetchFault.Malformed, error), answer);
        }
        catch (FetchException error)
        {
            throw Clean(error, answer);
        }

        return [.. quotes.DistinctBy(quote => quote.Symbol)];
    }

    /// <summary>The same failure without a key, and with the time to wait where only the header told it.</summary>
    public FetchException Clean(FetchException error, Fetched answer) =>
        new(error.Fault, keys.Aggregate(error.Message, (text, key) => key.Redact(text)), error.InnerException) { RetryAfter = error.RetryAfter ?? answer.RetryAfter };

    private void Sign(HttpRequestMessage request) => Array.ForEach(keys, key => key.Sign(request));
}
