using MarketAlerts.Core.Rules;
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

/// <summary>What a subscriber thinks of an alert.</summary>
/// <param name="Subscriber">Who.</param>
/// <param name="Incident">The incident's id.</param>
/// <param name="RuleHash">The rule that fired, by <see cref="SubscriptionHash"/>; 0 for none.</param>
/// <param name="Rule">Its text while the subscriber still has it; else empty.</param>
/// <param name="Kind">Useful or noise.</param>
/// <param name="At">When it was said (UTC).</param>
public sealed record Vote(SubscriberId Subscriber, string Incident, long RuleHash, Rule? Rule, VoteKind Kind, DateTimeOffset At);

/// <summary>What a subscriber thinks of an alert.</summary>
public enum VoteKind
{
    /// <summary>It was worth it.</summary>
    Useful,

    /// <summary>It was not.</summary>
    Noise,
}
