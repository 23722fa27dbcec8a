using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Gives a symbol its usual day and volume: reads its daily closes when it has none yet, or when sessions are missing since the newest; keeps closes that nobody else does.</summary>
public sealed class CloseBackfill(IHistoryStore history, MarketClock clock)
{
    /// <summary>Fills what is missing before a session. Without history nothing happens: a usual day that is not known is no value.</summary>
    public async Task FillAsync(SymbolColumns symbols, DateOnly session, CancellationToken cancellationToken)
    {
        var expected = clock.Calendar.SessionBefore(session) is { } oneBefore ? clock.Calendar.SessionBefore(oneBefore) : null;
        for (var row = 0; row < symbols.Symbols.Count; row++)
        {
            var known = symbols.Closes[row];
            if (symbols.Session[row] == session.DayNumber || (!(known.NewestSession < expected) && known.NewestSession is not null && known.Values.Count is DailyCloses.Capacity))
            {
                continue;
            }

            var closes = await history.GetClosesAsync(symbols.Symbols[row], session, DailyCloses.Capacity, cancellationToken);
            if (closes.Count > known.Values.Count || closes.Count is DailyCloses.Capacity)
            {
                known.Restore(closes[^1].Session, closes.Select(close => (close.Close, (float)close.Volume)));
                symbols.CountCloses(row);
            }
        }
    }

    /// <summary>
    /// At the close, and of a late source once it shows the close: keeps the last prices of symbols of which neither the source nor we know a previous close.
    /// Such a quote moves nothing today; tomorrow it is the close before.
    /// </summary>
    public async Task KeepAsync(IReadOnlyList<Quote> quotes, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (clock.SessionInSight(delay) is not { } session || clock.Now - MarketClock.Awaited(delay) < session.Close)
        {
            return;
        }

        foreach (var quote in quotes.Where(quote => quote.PreviousClose is null && quote.Last > 0 && double.IsFinite(quote.Last) && quote.MarketTime >= session.Open))
        {
            await history.SaveAsync(quote.Symbol, [(session.Date, quote.Last, quote.Volume ?? 0)], cancellationToken);
        }
    }
}
