using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Stooq;

/// <summary>
/// Stooq's table of quotes: no key, some 15 minutes late, no previous close, and an unpublished number of calls a day. For a demo.
/// </summary>
public sealed class StooqProvider : IQuoteProvider
{
    private readonly int _batchSize;
    private readonly QuoteClient _client;

    /// <summary>Makes one.</summary>
    public StooqProvider(Fetcher fetcher, StooqOptions options, TimeProvider clock)
    {
        DeclaredDelay = TimeSpan.FromSeconds(options.DelaySeconds);
        _batchSize = options.BatchSize;
        _client = new QuoteClient(new ProviderClient(fetcher, Name, options.BaseUrl), new StooqParser(clock).Parse);
    }

    /// <inheritdoc/>
    public string Name => "stooq";

    /// <inheritdoc/>
    public TimeSpan DeclaredDelay { get; }

    /// <inheritdoc/>
    public int CallsFor(int symbols) => Batches.Count(symbols, _batchSize);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Quote>> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
        Batches.GatherAsync(symbols, _batchSize, AskAsync, cancellationToken);

    private Task<IReadOnlyList<Quote>> AskAsync(IReadOnlyList<Symbol> batch, CancellationToken cancellationToken) =>
        _client.GetAsync(
            $"/q/l/?s={string.Join('+', batch.Select(symbol => $"{DashedTicker.Write(symbol)}.us"))}&f=sd2t2ohlcv&h&e=csv",
            batch,
            cancellationToken
        );
}
