using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Asks one provider's server with its key and reads the quotes out of the answer. What is the same for all providers is here.</summary>
/// <param name="fetcher">Asks.</param>
/// <param name="name">The provider, for messages.</param>
/// <param name="baseUrl">Where it is, without path.</param>
/// <param name="sign">Adds the key to the headers.</param>
/// <param name="parse">Reads its answers.</param>
internal sealed class QuoteClient(Fetcher fetcher, string name, string baseUrl, Action<HttpRequestMessage> sign, BodyParser parse)
{
    /// <summary>The whole answer, whatever its status.</summary>
    /// <exception cref="FetchException">There is none.</exception>
    public Task<Fetched> AskAsync(string path, CancellationToken cancellationToken) =>
        fetcher.GetAsync(name, new Uri(baseUrl.TrimEnd('/') + path), sign, cancellationToken);

    /// <summary>The quotes of some symbols in the answer.</summary>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    public async Task<IReadOnlyList<Quote>> GetAsync(string path, IEnumerable<Symbol> symbols, CancellationToken cancellationToken) =>
        Read(await AskAsync(path, cancellationToken), new SymbolTable(symbols));

    /// <summary>The quotes of some symbols in an answer.</summary>
    /// <exception cref="FetchException">Its status says no, or its body is not what is documented.</exception>
    public IReadOnlyList<Quote> Read(Fetched answer, SymbolTable symbols) => ReadBody(answer.EnsureSuccess(), symbols);

    /// <summary>The same of an answer whose status was judged already.</summary>
    /// <exception cref="FetchException">Its body is not what is documented.</exception>
    public IReadOnlyList<Quote> ReadBody(Fetched answer, SymbolTable symbols)
    {
        var quotes = new List<Quote>(symbols.Count);
        try
        {
            parse(answer.Body.Span, symbols, quotes);
        }
        catch (JsonException error)
        {
            throw answer.Failure(FetchFault.Malformed, error);
        }
        catch (FetchException error) when (error.RetryAfter is null && answer.RetryAfter is { } wait)
        {
            throw new FetchException(error.Fault, error.Message, error) { RetryAfter = wait };
        }

        return quotes.Count <= symbols.Count ? quotes : throw new FetchException(FetchFault.Malformed, $"{name} tells a symbol again and again.");
    }
}
