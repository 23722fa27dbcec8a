using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Stages.Quotes;

/// <summary>
/// Gives a symbol its usual day and volume: reads its daily closes when it has none yet, or when sessions are missing since the newest;
/// keeps closes that nobody else does.
/// </summary>
public sealed class CloseBackfill(IHistoryStore history, MarketClock clock)
{
    /// <summary>
    /// Fills what is missing before a session, once a session and symbol: the page remembers that it looked, and what comes later <see
    /// cref="CatchUpAsync"/> brings. Without history nothing happens: a usual day that is not known is no value.
    /// </summary>
    public async Task FillAsync(MarketPage page, DateOnly session, CancellationToken cancellationToken)
    {
        var symbols = page.Columns;
        for (var row = page.HistoryReadFor == session ? page.HistoryReadRows : 0; row < symbols.Symbols.Count; row++)
        {
            if (symbols.Session[row] != session.DayNumber && IsBehind(symbols.Closes[row], session))
            {
                await ReadAsync(symbols, row, session, cancellationToken);
            }
        }

        (page.HistoryReadFor, page.HistoryReadRows) = (session, symbols.Symbols.Count);
    }

    /// <summary>
    /// Gives a page the closes that arrived after it looked, in the middle of a session too; returns whether any row changed. A symbol that
    /// splits that day keeps what it has: nobody knows in which shares a source counts on such a day.
    /// </summary>
    public async Task<bool> CatchUpAsync(
        MarketPage page,
        IReadOnlySet<Symbol> arrived,
        DateOnly session,
        CancellationToken cancellationToken
    )
    {
        var (symbols, changed) = (page.Columns, false);
        for (var row = 0; row < symbols.Symbols.Count; row++)
        {
            if (
                arrived.Contains(symbols.Symbols[row])
                && symbols.SplitDay[row] != session.DayNumber
                && IsBehind(symbols.Closes[row], session)
            )
            {
                changed |= await ReadAsync(symbols, row, session, cancellationToken);
            }
        }

        return changed;
    }

    /// <summary>
    /// At the close, and of a late source once it shows the close: keeps the last prices of symbols of which neither the source nor we know
    /// a previous close. Such a quote moves nothing today; tomorrow it is the close before.
    /// </summary>
    public async Task KeepAsync(IReadOnlyList<Quote> quotes, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (clock.SessionInSight(delay) is not { } session || clock.Now - MarketClock.Awaited(delay) < session.Close)
        {
            return;
        }

        foreach (
            var quote in quotes.Where(quote =>
                quote.PreviousClose is null && quote.Last > 0 && double.IsFinite(quote.Last) && quote.MarketTime >= session.Open
            )
        )
        {
            await history.SaveAsync(quote.Symbol, [new DailyClose(session.Date, quote.Last, quote.Volume ?? 0)], cancellationToken);
        }
    }

    private bool IsBehind(DailyCloses known, DateOnly session)
    {
        var expected = clock.Calendar.SessionBefore(session) is { } oneBefore ? clock.Calendar.SessionBefore(oneBefore) : null;
        return known.NewestSession is null || known.NewestSession < expected || known.Values.Count < DailyCloses.Capacity;
    }

    /// <summary>A close that the page knows beyond the newest of the history, yesterday's where a source is slow, stays.</summary>
    private async Task<bool> ReadAsync(SymbolColumns symbols, int row, DateOnly session, CancellationToken cancellationToken)
    {
        var known = symbols.Closes[row];
        var closes = await history.GetClosesAsync(symbols.Symbols[row], session, DailyCloses.Capacity, cancellationToken);
        if (closes.Count <= known.Values.Count && closes.Count < DailyCloses.Capacity)
        {
            return false;
        }

        var (newest, close, volume) = known.Values.Count > 0 ? (known.NewestSession, known.Values[^1], known.Volumes[^1]) : (null, 0, 0);
        known.Restore(closes[^1].Session, closes.Select(day => (day.Close, (float)day.Volume)));
        if (newest is { } later)
        {
            known.Add(later, close, volume);
        }

        symbols.CountCloses(row);
        return true;
    }
}
