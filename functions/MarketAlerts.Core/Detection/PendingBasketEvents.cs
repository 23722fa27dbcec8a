namespace MarketAlerts.Core.Detection;

/// <summary>Events of a basket that were saved with its state and not yet published.</summary>
/// <param name="LookedAt">The look that detected them; their messages' ids come from it.</param>
/// <param name="Events">The events.</param>
public sealed record PendingBasketEvents(DateTimeOffset LookedAt, IReadOnlyList<MarketEvent> Events);
