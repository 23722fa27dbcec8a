using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Universe;

/// <summary>A text that means a company.</summary>
/// <param name="Text">The text.</param>
/// <param name="Symbol">Whose it is.</param>
/// <param name="Form">How it must be written.</param>
public sealed record Alias(string Text, Symbol Symbol, AliasForm Form);

/// <summary>How an alias must be written to mean the company.</summary>
public enum AliasForm
{
    /// <summary>A name nobody uses for anything else: with a capital first letter, <c>Nvidia</c> or <c>NVIDIA</c>.</summary>
    Name,

    /// <summary>
    /// A name that is a word as well: exactly as given and not the first half of a compound, <c>Meta</c> but not <c>meta</c> or
    /// <c>Meta-analysis</c>.
    /// </summary>
    Exact,

    /// <summary>A ticker: in capitals, unless the whole text is; marked as one it always counts.</summary>
    Ticker,

    /// <summary>
    /// A ticker that is a word or short, such as <c>ALL</c>, <c>IT</c> or <c>F</c>: only marked as one, <c>$ALL</c>, <c>(NYSE: ALL)</c> or
    /// <c>(ALL)</c>.
    /// </summary>
    MarkedTicker,
}
