using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;

namespace MarketAlerts.Core.Messages;

/// <summary>Body of a <c>market-events</c> message: all crossings of one page and poll, or a part of them; or steps of incidents.</summary>
/// <param name="Events">The events.</param>
public sealed record MarketEvents(IReadOnlyList<MarketEvent> Events)
{
    /// <summary>Steps of incidents; null in messages of version 2.</summary>
    public IReadOnlyList<ProposedTransition>? Transitions { get; init; }
}
