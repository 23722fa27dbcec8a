using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Adapters.Quotes.Alpaca;

/// <summary>The symbols that were refused today, New York's day: tomorrow one may be listed.</summary>
/// <param name="clock">The clock.</param>
internal sealed class RefusedSymbols(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Symbol> _symbols = [];
    private DateOnly _day;

    /// <summary>Whether a symbol was refused today.</summary>
    public bool Contains(Symbol symbol)
    {
        lock (_gate)
        {
            ForgetYesterday();
            return _symbols.Contains(symbol);
        }
    }

    /// <summary>Remembers symbols for today.</summary>
    public void Add(IEnumerable<Symbol> symbols)
    {
        lock (_gate)
        {
            ForgetYesterday();
            _symbols.UnionWith(symbols);
        }
    }

    private void ForgetYesterday()
    {
        var today = MarketCalendar.DateOf(clock.GetUtcNow());
        if (today != _day)
        {
            _symbols.Clear();
            _day = today;
        }
    }
}
