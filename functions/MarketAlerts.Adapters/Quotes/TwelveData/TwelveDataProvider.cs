using System.Net;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.TwelveData;

/// <summary>Twelve Data's quotes. A request may name many symbols, but each is a credit of the plan: so for short watch lists.</summary>
public sealed class TwelveDataProvider : IQuoteProvider
{
    private readonly int _batchSize;
    private readonly QuoteClient _client;

    /// <summary>Asks with the key of the options.</summary>
    public TwelveDataProvider(Fetcher fetcher, TwelveDataOptions options)
    {
        DeclaredDelay = TimeSpan.FromSeconds(options.DelaySeconds);
        _batchSize = options.BatchSize;
        _client = new QuoteClient(
            new ProviderClient(fetcher, Name, options.BaseUrl, new KeyHeader("Authorization", options.ApiKey, "apikey")),
            TwelveDataParser.Parse
        );
    }

    /// <inheritdoc/>
    public string Name => "twelve-data";

    /// <inheritdoc/>
    public TimeSpan DeclaredDelay { get; }

    /// <inheritdoc/>
    /// <remarks>What the plan counts are credits, one a symbol, however many symbols a request names.</remarks>
    public int CallsFor(int symbols) => symbols;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Quote>> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
        Batches.GatherAsync(symbols, _batchSize, AskAsync, cancellationToken);

    /// <summary>
    /// Symbols that it does not know may be told by the status too: then the body says so, and an address without anything behind it does
    /// not.
    /// </summary>
    private async Task<IReadOnlyList<Quote>> AskAsync(IReadOnlyList<Symbol> batch, CancellationToken cancellationToken)
    {
        var answer = await _client.Server.AskAsync($"/quote?symbol={string.Join(',', batch)}", cancellationToken, cost: batch.Count);
        return answer.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest && TwelveDataParser.SaysUnknown(answer.Body.Span)
            ? []
            : _client.Read(answer, new SymbolTable(batch));
    }
}
