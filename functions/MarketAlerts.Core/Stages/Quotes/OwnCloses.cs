using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Stages.Quotes;

/// <summary>
/// Some sources tell no previous close. Then what we know ourselves stands in: the close the session already counts with, the last price of
/// the session before, or its close in the history; nothing older.
/// </summary>
internal static class OwnCloses
{
    /// <summary>The quotes, with our own previous close where the source tells none.</summary>
    public static IReadOnlyList<Quote> Fill(IReadOnlyList<Quote> quotes, SymbolColumns symbols, MarketClock clock)
    {
        var today = MarketCalendar.DateOf(clock.Now);
        return quotes.Any(quote => quote.PreviousClose is null)
            ?
            [
                .. quotes.Select(quote =>
                    quote.PreviousClose is null
                        ? quote with
                        {
                            PreviousClose = CloseOf(quote.Symbol, symbols, today, clock.Calendar.SessionBefore(today)),
                        }
                        : quote
                ),
            ]
            : quotes;
    }

    private static double? CloseOf(Symbol symbol, SymbolColumns symbols, DateOnly today, DateOnly? before)
    {
        var row = symbols.RowOf(symbol);
        if (row < 0)
        {
            return null;
        }

        var state = new SymbolState(symbols, row);
        return state.Session == today ? state.PreviousClose
            : state.Session is not null && state.Session == before ? state.Last
            : state.Closes.NewestSession == before && state.Closes.Values is [.., var close] ? close
            : null;
    }
}
