using System.Globalization;
using System.Net;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.TwelveData;

/// <summary>
/// Twelve Data's daily series, adjusted for splits. A request may name several symbols, each of which is a credit of the plan: never more
/// than may wait in a minute.
/// </summary>
public sealed class TwelveDataHistory : IHistoryProvider
{
    private readonly ProviderClient _client;
    private readonly int _atOnce;

    /// <summary>Asks with the key of the options.</summary>
    public TwelveDataHistory(Fetcher fetcher, TwelveDataOptions options)
    {
        _client = new ProviderClient(fetcher, Name, options.BaseUrl, new KeyHeader("Authorization", options.ApiKey, "apikey"));
        _atOnce = Math.Max(1, Math.Min(options.BatchSize, options.CallsPerMinute / 2));
    }

    /// <inheritdoc/>
    public string Name => "twelve-data";

    /// <inheritdoc/>
    public int SymbolsAtOnce(int symbols, int sessions) => _atOnce;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DailyHistory>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        IReadOnlyList<DateOnly> sessions,
        CancellationToken cancellationToken
    )
    {
        if (symbols.Count is 0)
        {
            return [];
        }

        var table = new DayTable(symbols, sessions);
        var answer = await _client.AskAsync(PathOf(symbols, sessions), cancellationToken, cost: symbols.Count);
        if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest && TwelveDataParser.SaysUnknown(answer.Body.Span))
        {
            return table.Histories();
        }

        var unpaid = _client.Read(answer, body => TwelveDataSeriesParser.Parse(body, symbols is [var only] ? only : default, table));
        if (unpaid.Count == symbols.Count)
        {
            throw new FetchException(FetchFault.Busy, "twelve-data answered that the credits of the minute are used up.");
        }

        return unpaid.Count is 0 ? table.Histories() : [.. table.Histories().Where(history => !unpaid.Contains(history.Symbol))];
    }

    /// <summary>The end is not included.</summary>
    private static string PathOf(IReadOnlyList<Symbol> symbols, IReadOnlyList<DateOnly> sessions) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/time_series?symbol={string.Join(',', symbols)}&interval=1day&start_date={sessions[0]:yyyy-MM-dd}&"
                + $"end_date={sessions[^1].AddDays(1):yyyy-MM-dd}&adjust=splits&order=ASC"
        );
}
