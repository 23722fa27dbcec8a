using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.History;

/// <summary>
/// Collects the days that answers tell, in any order: of wanted symbols and sessions alone, the running day's half-done bar not among them.
/// Of a day told twice the first counts.
/// </summary>
/// <param name="symbols">The wanted symbols.</param>
/// <param name="sessions">The wanted sessions, oldest first.</param>
internal sealed class DayTable(IReadOnlyList<Symbol> symbols, IReadOnlyList<DateOnly> sessions)
{
    private readonly Dictionary<Symbol, SortedList<DateOnly, (double Close, double Volume)>> _days = symbols
        .Distinct()
        .ToDictionary(symbol => symbol, _ => new SortedList<DateOnly, (double, double)>());

    /// <summary>Finds the wanted symbols in an answer.</summary>
    public SymbolTable Symbols { get; } = new(symbols);

    /// <summary>Adds a day; one without a price is not told.</summary>
    public void Add(Symbol symbol, DateOnly session, double close, double volume)
    {
        if (close > 0 && sessions.Contains(session) && _days.TryGetValue(symbol, out var days))
        {
            days.TryAdd(session, (close, volume));
        }
    }

    /// <summary>The histories of all wanted symbols.</summary>
    public IReadOnlyList<DailyHistory> Histories() =>
        [
            .. _days.Select(pair => new DailyHistory(
                pair.Key,
                [.. pair.Value.Select(day => new DailyClose(day.Key, day.Value.Close, WireQuote.Shares(day.Value.Volume) ?? 0))]
            )),
        ];
}
