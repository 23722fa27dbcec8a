namespace MarketAlerts.Core.Market;

/// <summary>What a source answers to one request.</summary>
/// <param name="Quotes">The newest quotes; a symbol it has none for is left out.</param>
/// <param name="DeclaredDelay">How late the source says that they are.</param>
public sealed record QuoteAnswer(IReadOnlyList<Quote> Quotes, TimeSpan DeclaredDelay);
