using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Gives a symbol its usual day: reads its daily closes when it has none yet, or when sessions are missing since the newest.</summary>
public sealed class CloseBackfill(IHistoryStore history, MarketClock clock)
{
    /// <summary>Fills what is missing before a session. Without history nothing happens: a usual day that is not known is no value.</summary>
    public async Task FillAsync(IEnumerable<SymbolState> states, DateOnly session, CancellationToken cancellationToken)
    {
        var expected = clock.Calendar.SessionBefore(session) is { } oneBefore ? clock.Calendar.SessionBefore(oneBefore) : null;
        foreach (var state in states.Where(state => state.Session != session && (!(state.Closes.NewestSession >= expected) || state.Closes.Values.Count < DailyCloses.Capacity)))
        {
            var closes = await history.GetClosesAsync(state.Symbol, session, DailyCloses.Capacity, cancellationToken);
            if (closes.Count > state.Closes.Values.Count || closes.Count is DailyCloses.Capacity)
            {
                state.Closes.Restore(closes[^1].Session, closes.Select(close => close.Close));
            }
        }
    }
}
