namespace MarketAlerts.Core.Messages;

/// <summary>Body of a <c>market-events</c> message: all crossings of one page and poll, or a part of them.</summary>
/// <param name="Events">The events.</param>
public sealed record MarketEvents(IReadOnlyList<MarketEvent> Events);
