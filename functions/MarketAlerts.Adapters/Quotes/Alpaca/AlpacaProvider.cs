using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Alpaca;

/// <summary>Alpaca's snapshots, a batch of symbols a call.</summary>
public sealed class AlpacaProvider : IQuoteProvider
{
    /// <summary>How many times one batch is asked for again without the symbols that sank it.</summary>
    public const int MostIsolations = AlpacaBatch.MostIsolations;

    private static readonly TimeSpan DelayOfDelayed = TimeSpan.FromMinutes(15);

    private readonly AlpacaOptions _options;
    private readonly QuoteClient _client;
    private readonly AlpacaBatch _batch;

    /// <summary>Asks with the key of the options.</summary>
    public AlpacaProvider(Fetcher fetcher, AlpacaOptions options, TimeProvider clock)
    {
        _options = options;
        _client = new QuoteClient(
            new ProviderClient(
                fetcher,
                Name,
                options.BaseUrl,
                new KeyHeader("APCA-API-KEY-ID", options.ApiKey),
                new KeyHeader("APCA-API-SECRET-KEY", options.ApiSecret)
            ),
            AlpacaParser.Parse
        );
        _batch = new AlpacaBatch(
            (path, cancellationToken) => _client.Server.AskAsync(path, cancellationToken),
            answer => _client.Server.Clean(answer.Failure(FetchFault.Malformed), answer),
            clock
        );
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
        Batches.GatherAsync(symbols.Where(_batch.Admits), _options.BatchSize, AskAsync, cancellationToken);

    private async Task<IReadOnlyList<Quote>> AskAsync(IReadOnlyList<Symbol> batch, CancellationToken cancellationToken) =>
        await _batch.AskAsync(batch, PathOf, cancellationToken) is { } asked
            ? _client.Read(asked.Answer, new SymbolTable(asked.Symbols))
            : [];

    private string PathOf(IReadOnlyList<Symbol> symbols) =>
        $"/v2/stocks/snapshots?symbols={string.Join(',', symbols)}&feed={_options.Feed}";
}

/// <summary>
/// Reads the answer of <c>/v2/stocks/snapshots</c>, an object of snapshots by symbol. The last price is the latest trade's, the previous
/// close the close of the newest daily bar before the trade's day in New York, the volume that of the feed's exchanges.
/// </summary>
internal static class AlpacaParser
{
    /// <summary>Adds the body's quotes to a list, in the body's order.</summary>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    public static void Parse(ReadOnlySpan<byte> body, SymbolTable symbols, List<Quote> quotes)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (!reader.TryEnterObject())
        {
            throw new JsonException("The snapshots are no object.");
        }

        while (reader.NextName(out var name))
        {
            if (!symbols.TryFind(name, out var symbol))
            {
                reader.Skip();
            }
            else if (reader.TryEnterObject() && AlpacaSnapshot.Read(ref reader).TryQuote(symbol, out var quote))
            {
                quotes.Add(quote);
            }
        }

        reader.End();
    }
}
