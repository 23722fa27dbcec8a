using System.Globalization;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Alpaca;

/// <summary>
/// Alpaca's daily bars, adjusted for splits, of the exchanges that the quotes come from: a batch of symbols a call, and a call for each
/// further page of it.
/// </summary>
public sealed class AlpacaHistory : IHistoryProvider
{
    private const int MostPages = 20;

    private readonly AlpacaOptions _options;
    private readonly ProviderClient _client;
    private readonly AlpacaBatch _batch;
    private readonly string _feed;

    /// <summary>Makes one for one key. The delayed feed of all exchanges is the same as the other one once the day is over.</summary>
    public AlpacaHistory(Fetcher fetcher, AlpacaOptions options, TimeProvider clock)
    {
        _options = options;
        _client = new ProviderClient(
            fetcher,
            Name,
            options.BaseUrl,
            new KeyHeader("APCA-API-KEY-ID", options.ApiKey),
            new KeyHeader("APCA-API-SECRET-KEY", options.ApiSecret)
        );
        _batch = new AlpacaBatch(
            (path, cancellationToken) => _client.AskAsync(path, cancellationToken),
            answer => _client.Clean(answer.Failure(FetchFault.Malformed), answer),
            clock
        );
        _feed = options.Feed is "delayed_sip" ? "sip" : options.Feed;
    }

    /// <inheritdoc/>
    public string Name => "alpaca";

    /// <inheritdoc/>
    public int SymbolsAtOnce(int symbols, int sessions) => _options.BatchSize;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DailyHistory>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        IReadOnlyList<DateOnly> sessions,
        CancellationToken cancellationToken
    )
    {
        var table = new DayTable(symbols, sessions);
        for (var (pages, next) = (0, ""); pages is 0 || next is not ""; pages++)
        {
            var token = next;
            Symbol[] admitted = [.. symbols.Where(_batch.Admits)];
            if (await _batch.AskAsync(admitted, asked => PathOf(asked, sessions, token), cancellationToken) is not { Answer: var answer })
            {
                break;
            }

            next = _client.Read(answer, body => AlpacaBarsParser.Parse(body, table));
            if (next is not "" && pages == MostPages)
            {
                throw _client.Clean(answer.Failure(FetchFault.Malformed), answer);
            }
        }

        return table.Histories();
    }

    /// <summary>A day's bar is stamped with New York's midnight, 4 or 5 in the morning UTC.</summary>
    private string PathOf(IReadOnlyList<Symbol> symbols, IReadOnlyList<DateOnly> sessions, string token) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/v2/stocks/bars?symbols={string.Join(',', symbols)}&timeframe=1Day&start={sessions[0]:yyyy-MM-dd}T00:00:00Z&"
                + $"end={sessions[^1]:yyyy-MM-dd}T23:59:59Z&adjustment=split&feed={_feed}&"
                + $"limit=10000{(token is "" ? "" : "&page_token=" + Uri.EscapeDataString(token))}"
        );
}
