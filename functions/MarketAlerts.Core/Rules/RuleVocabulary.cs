using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Rules;

/// <summary>The names a rule may use: what the catalog knows.</summary>
/// <param name="Symbols">The known symbols; empty accepts any well-formed symbol.</param>
/// <param name="Baskets">The known baskets.</param>
public sealed record RuleVocabulary(IReadOnlySet<Symbol> Symbols, IReadOnlySet<string> Baskets)
{
    /// <summary>Whether a symbol may be used.</summary>
    public bool Knows(Symbol symbol) => Symbols.Count is 0 || Symbols.Contains(symbol);
}
