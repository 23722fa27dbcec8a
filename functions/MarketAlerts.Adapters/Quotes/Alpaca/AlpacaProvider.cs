using System.Net;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Adapters.Quotes.Alpaca;

/// <summary>
/// Alpaca's snapshots, a batch of symbols a call. One symbol that Alpaca does not know sinks its whole batch: it is taken out, the rest is asked for again, and
/// it is not asked for any more that day.
/// </summary>
public sealed class AlpacaProvider : IQuoteProvider
{
    /// <summary>How many times one batch is asked for again without its offenders. Those left cost the next poll the same, until all are known.</summary>
    public const int MostIsolations = 5;

    private static readonly TimeSpan DelayOfDelayed = TimeSpan.FromMinutes(15);

    private readonly AlpacaOptions _options;
    private readonly QuoteClient _client;
    private readonly RefusedSymbols _refused;

    /// <summary>Makes one for one key.</summary>
    public AlpacaProvider(Fetcher fetcher, AlpacaOptions options, TimeProvider clock)
    {
        _options = options;
        _refused = new RefusedSymbols(clock);
        _client = new QuoteClient(
            fetcher, Name, options.BaseUrl, AlpacaParser.Parse,
            new KeyHeader("APCA-API-KEY-ID", options.ApiKey), new KeyHeader("APCA-API-SECRET-KEY", options.ApiSecret));
        var delay = TimeSpan.FromSeconds(options.DelaySeconds);
        DeclaredDelay = options.Feed is "delayed_sip" && delay < DelayOfDelayed ? DelayOfDelayed : delay;
    }

    /// <inheritdoc/>
    public string Name => "alpaca";

    /// <inheritdoc/>
    public TimeSpan DeclaredDelay { get; }

    /// <inheritdoc/>
    public int CallsFor(int symbols) => Batches.Count(symbols, _options.BatchSize);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Quote>> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
        Batches.GatherAsync(symbols.Where(symbol => CanBeSent(symbol) && !_refused.Contains(symbol)), _options.BatchSize, AskAsync, cancellationToken);

    /// <summary>Nothing else is a ticker to Alpaca, and one that is none sinks its batch.</summary>
    private static bool CanBeSent(Symbol symbol) => symbol.Text.All(letter => letter is (>= 'A' and <= 'Z') or '.' or '-');

    private async Task<IReadOnlyList<Quote>> AskAsync(IReadOnlyList<Symbol> batch, CancellationToken cancellationToken)
    {
        for (var isolations = 0; batch.Count > 0; isolations++)
        {
            var answer = await _client.AskAsync($"/v2/stocks/snapshots?symbols={string.Join(',', batch)}&feed={_options.Feed}", cancellationToken);
            var offenders = answer.Status is HttpStatusCode.BadRequest ? AlpacaRefusal.SymbolsIn(answer.Body.Span) : [];
            var rest = batch.Except(offenders).ToArray();
            if (rest.Length == batch.Count)
            {
                return _client.Read(answer, new SymbolTable(batch));
            }

            _refused.Add(batch.Intersect(offenders));
            batch = isolations < MostIsolations ? rest : throw _client.Clean(answer.Failure(FetchFault.Malformed), answer);
        }

        return [];
    }
}
