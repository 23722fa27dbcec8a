using System.Globalization;
using System.Net;
using System.Text;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>
/// Massive's daily bars, adjusted for splits: one call a symbol, or where there are more symbols than sessions one call a session for the
/// whole market. The sessions that were told before the plan's calls end are kept for the rest of the day, so that the next time goes on
/// where this one stopped. Plans without current data refuse a session until some time in the night after it: then it is not told yet.
/// </summary>
public sealed class MassiveHistory : IHistoryProvider
{
    private const string NotYet = "before end of day";

    private readonly ProviderClient _client;
    private readonly TimeProvider _clock;
    private readonly Dictionary<DateOnly, List<(Symbol Symbol, double Close, double Volume)>> _told = [];
    private HashSet<Symbol> _toldOf = [];
    private DateOnly _toldOn;

    /// <summary>Asks with the key of the options.</summary>
    public MassiveHistory(Fetcher fetcher, MassiveOptions options, TimeProvider clock)
    {
        _client = new ProviderClient(fetcher, Name, options.BaseUrl, new KeyHeader("Authorization", options.ApiKey, "Bearer"));
        _clock = clock;
    }

    /// <inheritdoc/>
    public string Name => "massive";

    /// <inheritdoc/>
    public int SymbolsAtOnce(int symbols, int sessions) => symbols <= sessions ? 1 : symbols;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DailyHistory>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        IReadOnlyList<DateOnly> sessions,
        CancellationToken cancellationToken
    )
    {
        var table = new DayTable(symbols, sessions);
        if (symbols is [var symbol])
        {
            await AskAboutAsync(symbol, sessions, table, cancellationToken);
        }
        else if (symbols.Count > 0)
        {
            await AskAboutAllAsync(symbols, sessions, table, cancellationToken);
        }

        return table.Histories();
    }

    private async Task AskAboutAsync(Symbol symbol, IReadOnlyList<DateOnly> sessions, DayTable table, CancellationToken cancellationToken)
    {
        var isTold = false;
        // A newest session that is refused must not hide the others.
        foreach (var last in sessions.Reverse().Take(2).TakeWhile(_ => !isTold))
        {
            isTold = await ReadAsync(
                $"/v2/aggs/ticker/{symbol}/range/1/day/{Text(sessions[0])}/{Text(last)}?adjusted=true&sort=asc&limit=5000",
                table.Symbols,
                symbol,
                table.Add,
                cancellationToken
            );
        }
    }

    private async Task AskAboutAllAsync(
        IReadOnlyList<Symbol> symbols,
        IReadOnlyList<DateOnly> sessions,
        DayTable table,
        CancellationToken cancellationToken
    )
    {
        Forget(symbols);
        foreach (var session in sessions.Where(session => !_told.ContainsKey(session)))
        {
            var day = new List<(Symbol, double, double)>();
            await ReadAsync(
                $"/v2/aggs/grouped/locale/us/market/stocks/{Text(session)}?adjusted=true",
                table.Symbols,
                default,
                (symbol, _, close, volume) => day.Add((symbol, close, volume)),
                cancellationToken
            );
            if (day.Count > 0)
            {
                _told[session] = day;
            }
        }

        foreach (var session in sessions.Where(_told.ContainsKey))
        {
            _told[session].ForEach(row => table.Add(row.Symbol, session, row.Close, row.Volume));
        }

        _told.Clear();
    }

    /// <summary>What was told of other symbols, or in the shares of another day, is of no use.</summary>
    private void Forget(IReadOnlyList<Symbol> symbols)
    {
        var today = MarketCalendar.DateOf(_clock.GetUtcNow());
        if (_toldOn != today || !_toldOf.IsSupersetOf(symbols))
        {
            _told.Clear();
            (_toldOf, _toldOn) = ([.. symbols], today);
        }
    }

    /// <summary>Reads one answer; false when the newest session in it is not told yet.</summary>
    private async Task<bool> ReadAsync(
        string path,
        SymbolTable symbols,
        Symbol only,
        MassiveBarsParser.Taker take,
        CancellationToken cancellationToken
    )
    {
        var answer = await _client.AskAsync(path, cancellationToken);
        if (
            answer.Status is HttpStatusCode.Forbidden
            && Encoding.UTF8.GetString(answer.Body.Span).Contains(NotYet, StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }

        return _client.Read(
            answer,
            body =>
            {
                MassiveBarsParser.Parse(body, symbols, only, take);
                return true;
            }
        );
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
