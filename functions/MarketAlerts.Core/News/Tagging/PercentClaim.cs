using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.News.Tagging;

/// <summary>What a text itself says of a move: evidence, never a figure that is counted with.</summary>
/// <param name="Symbol">Who moved, the company named nearest in the sentence; null when none is.</param>
/// <param name="Percent">How far, negative for a fall.</param>
/// <param name="Words">The words, as written.</param>
public sealed record PercentClaim(Symbol? Symbol, double Percent, string Words);
