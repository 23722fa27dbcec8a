using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Stages.SelfService;

/// <summary>Votes in memory: one a subscriber, incident and rule.</summary>
internal sealed class RememberedVotes : IVoteStore
{
    private readonly Dictionary<(SubscriberId, string, long), Vote> _votes = [];

    public Task SaveAsync(Vote vote, CancellationToken cancellationToken)
    {
        _votes[(vote.Subscriber, vote.Incident, vote.RuleHash)] = vote;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Vote>> ReadAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Vote>>([.. _votes.Values.Where(vote => vote.Subscriber == subscriber)]);
}
