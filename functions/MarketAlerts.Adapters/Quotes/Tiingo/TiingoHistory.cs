using System.Globalization;
using System.Net;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Tiingo;

/// <summary>Tiingo's daily prices, one symbol a call.</summary>
public sealed class TiingoHistory : IHistoryProvider
{
    private readonly ProviderClient _client;

    /// <summary>Asks with the key of the options.</summary>
    public TiingoHistory(Fetcher fetcher, TiingoOptions options) =>
        _client = new ProviderClient(fetcher, Name, options.BaseUrl, new KeyHeader("Authorization", options.ApiKey, "Token"));

    /// <inheritdoc/>
    public string Name => "tiingo";

    /// <inheritdoc/>
    public int SymbolsAtOnce(int symbols, int sessions) => 1;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DailyHistory>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        IReadOnlyList<DateOnly> sessions,
        CancellationToken cancellationToken
    )
    {
        var table = new DayTable(symbols, sessions);
        foreach (var symbol in symbols)
        {
            var path = string.Create(
                CultureInfo.InvariantCulture,
                $"/tiingo/daily/{DashedTicker.Write(symbol)}/prices?startDate={sessions[0]:yyyy-MM-dd}&endDate={sessions[^1]:yyyy-MM-dd}"
            );
            var answer = await _client.AskAsync(path, cancellationToken);
            if (!(answer.Status is HttpStatusCode.NotFound && TiingoParser.SaysSomething(answer.Body.Span)))
            {
                _client.Read(
                    answer,
                    body =>
                    {
                        TiingoDailyParser.Parse(body, symbol, table);
                        return true;
                    }
                );
            }
        }

        return table.Histories();
    }
}
