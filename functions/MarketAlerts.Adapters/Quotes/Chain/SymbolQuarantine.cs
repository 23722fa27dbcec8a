using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Chain;

/// <summary>Symbols that a source does not know: left out of a few answers in a row, they are not asked for a while.</summary>
/// <param name="clock">The clock.</param>
internal sealed class SymbolQuarantine(TimeProvider clock)
{
    private const int MostMisses = 3;
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<Symbol, (int Misses, DateTimeOffset Until)> _missed = [];

    /// <summary>The symbols that may be asked for.</summary>
    public IReadOnlyList<Symbol> Admitted(IReadOnlyList<Symbol> symbols)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            return _missed.Count is 0
                ? symbols
                : [.. symbols.Where(symbol => !_missed.TryGetValue(symbol, out var missed) || missed.Until <= now)];
        }
    }

    /// <summary>Notes which of the symbols that were asked for an answer leaves out.</summary>
    public void Note(IReadOnlyList<Symbol> asked, IReadOnlyList<Quote> answered)
    {
        lock (_gate)
        {
            var told = answered.Select(quote => quote.Symbol).ToHashSet();
            foreach (var symbol in asked)
            {
                if (told.Contains(symbol))
                {
                    _missed.Remove(symbol);
                }
                else
                {
                    Miss(symbol);
                }
            }
        }
    }

    private void Miss(Symbol symbol)
    {
        var misses = _missed.GetValueOrDefault(symbol).Misses + 1;
        _missed[symbol] = misses < MostMisses ? (misses, DateTimeOffset.MinValue) : (0, clock.GetUtcNow() + Length);
    }
}
