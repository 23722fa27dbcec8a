using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.History;

/// <summary>
/// Keeps the daily closes of everything watched: finds the symbols whose history lacks one of the last 21 sessions that ended, asks the
/// source, saves, and hands what arrived to the pages. What is known is remembered, so a look at which nothing is missing reads the
/// catalog's version alone. Used by one timer, which is never in here twice. A crash before a symbol is saved: it is asked about again.
/// Between saving and the pages: the next start finds the history whole and catches the pages up, as each start does. Saving again writes
/// the same rows.
/// </summary>
public sealed class HistoryUpdater(
    MarketClock clock,
    ICatalogStore catalogs,
    IHistoryStore history,
    IMarketStore market,
    IDailyHistorySource source,
    CloseBackfill backfill
)
{
    private const int RequestsAtOnce = 16;

    /// <summary>
    /// A close that comes back further away than this was restated for a split; corrections and our own last prices are nearer.
    /// </summary>
    private const double RestatedPercent = 5;

    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan PatienceForLateOnes = TimeSpan.FromHours(1);
    private static readonly TimeSpan PatienceForUnknownOnes = TimeSpan.FromHours(12);

    private readonly Dictionary<Symbol, Known> _known = [];
    private readonly HashSet<Symbol> _arrived = [];
    private IReadOnlyList<DateOnly> _window = [];

    /// <summary>One look; returns of how many symbols closes were saved.</summary>
    public async Task<int> KeepAsync(CancellationToken cancellationToken)
    {
        if (!source.IsThere)
        {
            return 0;
        }

        var catalog = await catalogs.LoadAsync(cancellationToken);
        var window = Window();
        var watched = catalog.PageNames.SelectMany(catalog.SymbolsOn).Distinct().ToArray();
        await ReadAsync([.. watched.Where(symbol => !_known.ContainsKey(symbol))], window, cancellationToken);
        var saved = 0;
        foreach (
            var alike in watched
                .Where(symbol => IsDue(_known[symbol], window))
                .GroupBy(symbol => FirstAsked(_known[symbol], window))
                .ToArray()
        )
        {
            var sessions = window.Where(session => session >= alike.Key).ToArray();
            saved += await TakeAsync(await source.GetAsync([.. alike], sessions, cancellationToken), window, cancellationToken);
        }

        await CatchUpAsync(catalog, cancellationToken);
        return saved;
    }

    /// <summary>
    /// The last 21 sessions that ended, oldest first. One has ended once its prices are settled and nobody is polled any more.
    /// </summary>
    private IReadOnlyList<DateOnly> Window()
    {
        var (calendar, now) = (clock.Calendar, clock.Now);
        var today = MarketCalendar.DateOf(now);
        var newest =
            calendar.SessionOn(today) is { } session && now >= session.AfterHoursClose + Settling ? today : calendar.SessionBefore(today);
        if (_window is [.., var last] && last == newest)
        {
            return _window;
        }

        var window = new List<DateOnly>();
        for (var next = newest; next is { } date && window.Count < DailyCloses.Capacity; next = calendar.SessionBefore(date))
        {
            window.Insert(0, date);
        }

        return _window = window;
    }

    /// <summary>
    /// What the table has of symbols that were never looked at. It is handed to their pages: nobody knows whether that was done.
    /// </summary>
    private async Task ReadAsync(IReadOnlyList<Symbol> symbols, IReadOnlyList<DateOnly> window, CancellationToken cancellationToken)
    {
        foreach (var chunk in symbols.Chunk(RequestsAtOnce))
        {
            var read = await Task.WhenAll(
                chunk.Select(symbol => history.GetClosesAsync(symbol, window[^1].AddDays(1), DailyCloses.Capacity, cancellationToken))
            );
            foreach (var (symbol, closes) in chunk.Zip(read))
            {
                _known[symbol] = KnownOf(closes, window);
                _arrived.UnionWith(closes.Count > 0 ? [symbol] : []);
            }
        }
    }

    /// <summary>A history with a hole is as good as none: it is asked for as a whole.</summary>
    private static Known KnownOf(IReadOnlyList<DailyClose> closes, IReadOnlyList<DateOnly> window)
    {
        var rows = closes.ToDictionary(day => day.Session, day => day.Close);
        var run = window.TakeWhile(rows.ContainsKey).ToArray();
        return run.Length > 0 && rows.Keys.Max() == run[^1] ? new Known(run[^1], rows[run[^1]], default) : default;
    }

    private bool IsDue(Known known, IReadOnlyList<DateOnly> window) => known.Newest != window[^1] && known.AskAgainAt <= clock.Now;

    /// <summary>The newest known session is asked for again: in other shares it tells a split.</summary>
    private static DateOnly FirstAsked(Known known, IReadOnlyList<DateOnly> window) =>
        known.Newest > window[0] ? known.Newest.Value : window[0];

    /// <summary>Saves what was told, each symbol in one write; returns of how many.</summary>
    private async Task<int> TakeAsync(IReadOnlyList<DailyHistory> told, IReadOnlyList<DateOnly> window, CancellationToken cancellationToken)
    {
        var taken = told.Where(next => IsTaken(next, window)).ToArray();
        foreach (var chunk in taken.Chunk(RequestsAtOnce))
        {
            await Task.WhenAll(chunk.Select(next => history.SaveAsync(next.Symbol, next.Closes, cancellationToken)));
            foreach (var next in chunk)
            {
                var newest = next.Closes[^1];
                _known[next.Symbol] = new Known(
                    newest.Session,
                    newest.Close,
                    newest.Session == window[^1] ? default : clock.Now + PatienceForLateOnes
                );
                _arrived.Add(next.Symbol);
            }
        }

        return taken.Length;
    }

    private bool IsTaken(DailyHistory told, IReadOnlyList<DateOnly> window)
    {
        var known = _known[told.Symbol];
        if (told.Closes.Count is 0)
        {
            _known[told.Symbol] = known with
            {
                AskAgainAt = clock.Now + (known.Newest is null ? PatienceForUnknownOnes : PatienceForLateOnes),
            };
            return false;
        }

        if (
            FirstAsked(known, window) == known.Newest
            && told.Closes.Any(day => day.Session == known.Newest && Math.Abs(Percent.Change(known.Close, day.Close)) > RestatedPercent)
        )
        {
            _known[told.Symbol] = default; // The next look asks for all sessions, and saves them in one write.
            return false;
        }

        return true;
    }

    private async Task CatchUpAsync(Catalog catalog, CancellationToken cancellationToken)
    {
        if (_arrived.Count is 0)
        {
            return;
        }

        foreach (var page in catalog.PageNames.Where(page => catalog.SymbolsOn(page).Any(_arrived.Contains)))
        {
            await CatchUpAsync(page, cancellationToken);
        }

        _arrived.Clear();
    }

    /// <summary>A poll in flight loses against this write and detects again, with the usual day.</summary>
    private Task CatchUpAsync(string name, CancellationToken cancellationToken) =>
        OptimisticWrite.RunAsync(
            async () =>
            {
                var page = await market.LoadPageAsync(name, cancellationToken);
                return page is null
                    || !await backfill.CatchUpAsync(page, _arrived, MarketCalendar.DateOf(clock.Now), cancellationToken)
                    || await market.SavePageAsync(page, [], cancellationToken);
            },
            $"Page {name} kept changing under its daily history; the next look catches it up.",
            cancellationToken
        );

    /// <summary>What is known of a symbol's history.</summary>
    /// <param name="Newest">Up to which session it is whole, or null.</param>
    /// <param name="Close">The close of that session.</param>
    /// <param name="AskAgainAt">Before that nobody is asked again.</param>
    private readonly record struct Known(DateOnly? Newest, double Close, DateTimeOffset AskAgainAt);
}
