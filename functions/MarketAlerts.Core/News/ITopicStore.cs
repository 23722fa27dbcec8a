using MarketAlerts.Core.News.Mentions;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.News;

/// <summary>Keeps the counts of the news of symbols and topics, each saved against the version it was read at.</summary>
public interface ITopicStore
{
    /// <summary>A topic's state, or null before its first story.</summary>
    Task<TopicState?> LoadAsync(Target target, CancellationToken cancellationToken);

    /// <summary>
    /// Saves state and pending events in one write; the state at its new version, or null when somebody else saved first.
    /// </summary>
    Task<TopicState?> SaveAsync(TopicState state, CancellationToken cancellationToken);
}
