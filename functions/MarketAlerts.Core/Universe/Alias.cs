using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Universe;

/// <summary>A text that means a company.</summary>
/// <param name="Text">The text.</param>
/// <param name="Symbol">Whose it is.</param>
/// <param name="Form">How it must be written.</param>
public sealed record Alias(string Text, Symbol Symbol, AliasForm Form);
