using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>Why a subscriber was or was not told of an incident.</summary>
public interface IWhyReader
{
    /// <summary>What was decided about an incident for a subscriber, newest first.</summary>
    Task<IReadOnlyList<WhyLine>> ReadAsync(SubscriberId subscriber, string incidentId, CancellationToken cancellationToken);
}
