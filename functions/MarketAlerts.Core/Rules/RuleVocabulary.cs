using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Rules;

/// <summary>The names a rule may use: what the catalog knows.</summary>
/// <param name="Symbols">The known symbols; empty accepts any well-formed symbol.</param>
/// <param name="Baskets">The known baskets; null accepts any name.</param>
public sealed record RuleVocabulary(IReadOnlySet<Symbol> Symbols, IReadOnlySet<string>? Baskets)
{
    /// <summary>Takes every name: for what was accepted before.</summary>
    public static RuleVocabulary Any { get; } = new(new HashSet<Symbol>(), null);

    /// <summary>Whether a symbol may be used.</summary>
    public bool Knows(Symbol symbol) => Symbols.Count is 0 || Symbols.Contains(symbol);

    /// <summary>Whether a basket may be used.</summary>
    public bool Knows(string basket) => basket.Length > 0 && Baskets?.Contains(basket) is not false;
}
