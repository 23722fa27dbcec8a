using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>Up to 500 symbols that are polled, judged and stored together, with what an earlier poll detected and has not published yet.</summary>
/// <param name="name">The page's name, such as <c>p0000</c>.</param>
/// <param name="symbols">The states, in stored order: append, never reorder.</param>
public sealed class MarketPage(string name, IEnumerable<SymbolState> symbols)
{
    private readonly List<SymbolState> _symbols = [.. symbols];

    /// <summary>The page's name.</summary>
    public string Name { get; } = name;

    /// <summary>The states, in stored order.</summary>
    public IReadOnlyList<SymbolState> Symbols => _symbols;

    /// <summary>Crossings saved with the state and not yet published.</summary>
    public List<PendingCrossing> Pending { get; } = [];

    /// <summary>Rules added inside a range already passed.</summary>
    public List<LateRule> LateRules { get; } = [];

    /// <summary>The poll that made this state, or null before the first.</summary>
    public DateTimeOffset? Poll { get; set; }

    /// <summary>When that poll saw its quotes.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>The version of the wanted levels the state knows.</summary>
    public long LevelsVersion { get; set; }

    /// <summary>The stored version this was read at, opaque; null when it is new.</summary>
    public string? ETag { get; set; }

    /// <summary>The state of a symbol, or null when it is not on this page.</summary>
    public SymbolState? Find(Symbol symbol) => _symbols.Find(state => state.Symbol == symbol);

    /// <summary>Makes room for symbols that joined the page since it was stored.</summary>
    public void Include(IEnumerable<Symbol> wanted)
    {
        var known = _symbols.Select(state => state.Symbol).ToHashSet();
        _symbols.AddRange(wanted.Where(symbol => !known.Contains(symbol)).Select(symbol => new SymbolState(symbol)));
    }
}
