using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Asks one provider's server with its key. What is the same for all providers and all their answers is here.</summary>
/// <param name="fetcher">Fetches, with repetitions and limits.</param>
/// <param name="name">The provider, for messages.</param>
/// <param name="baseUrl">Where it is, without path.</param>
/// <param name="keys">The headers with its keys. No message tells a key, even if the other side repeats it.</param>
internal sealed class ProviderClient(Fetcher fetcher, string name, string baseUrl, params KeyHeader[] keys)
{
    public Uri Base { get; } = new(baseUrl.TrimEnd('/') + "/");

    /// <summary>The whole answer, whatever its status.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <param name="cost">What the plan counts it as, where that is not one call.</param>
    /// <exception cref="FetchException">There is none.</exception>
    public Task<Fetched> AskAsync(string path, CancellationToken cancellationToken, int? cost = null) =>
        fetcher.GetAsync(name, new Uri(baseUrl.TrimEnd('/') + path), request => Prepare(request, cost), cancellationToken);

    /// <summary>What an answer says.</summary>
    /// <exception cref="FetchException">Its status says no, or its body is not what is documented.</exception>
    public TResult Read<TResult>(Fetched answer, BodyReader<TResult> read)
    {
        try
        {
            return read(answer.EnsureSuccess().Body.Span);
        }
        catch (JsonException error)
        {
            throw Clean(answer.Failure(FetchFault.Malformed, error), answer);
        }
        catch (FetchException error)
        {
            throw Clean(error, answer);
        }
    }

    /// <summary>The same failure without a key, and with the time to wait where only the header told it.</summary>
    public FetchException Clean(FetchException error, Fetched answer) =>
        KeyHeader.Redacted(error, keys, error.RetryAfter ?? answer.RetryAfter);

    private void Prepare(HttpRequestMessage request, int? cost)
    {
        Array.ForEach(keys, key => key.Sign(request));
        if (cost is { } told)
        {
            request.Options.Set(BudgetHandler.Cost, told);
        }
    }
}

/// <summary>
/// Reads a provider's answer: adds the quotes of the wanted symbols to a list. Pure; a body that is not what is documented throws a
/// JsonException or a FetchException.
/// </summary>
/// <param name="body">The whole answer.</param>
/// <param name="symbols">Whose quotes are wanted.</param>
/// <param name="quotes">Where they go.</param>
internal delegate void BodyParser(ReadOnlySpan<byte> body, SymbolTable symbols, List<Quote> quotes);

/// <summary>Reads a provider's answer. Pure; a body that is not what is documented throws a JsonException or a FetchException.</summary>
/// <typeparam name="TResult">What it says.</typeparam>
/// <param name="body">The whole answer.</param>
internal delegate TResult BodyReader<out TResult>(ReadOnlySpan<byte> body);
