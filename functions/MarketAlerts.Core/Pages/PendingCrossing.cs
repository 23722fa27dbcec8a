using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Pages;

/// <summary>A detected crossing as it is saved with the state: 24 bytes packed.</summary>
/// <param name="SymbolIndex">The symbol's place on its page (0 for a basket).</param>
/// <param name="Crossing">What moved; for a late rule both ends are its level.</param>
/// <param name="LateSubscription">For a late rule the hash of its subscriber and text, else null.</param>
public readonly record struct PendingCrossing(ushort SymbolIndex, Crossing Crossing, long? LateSubscription);
