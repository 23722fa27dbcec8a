using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>What subscribers think of their alerts: one vote a subscriber, incident and rule.</summary>
public interface IVoteStore
{
    /// <summary>Saves a vote in the place of an earlier one.</summary>
    Task SaveAsync(Vote vote, CancellationToken cancellationToken);

    /// <summary>The votes of a subscriber, in no particular order.</summary>
    Task<IReadOnlyList<Vote>> ReadAsync(SubscriberId subscriber, CancellationToken cancellationToken);
}
