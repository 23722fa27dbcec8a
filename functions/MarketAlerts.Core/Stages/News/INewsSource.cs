using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.News;

/// <summary>Where articles come from.</summary>
public interface INewsSource
{
    /// <summary>
    /// What a feed holds, or null when there is no usable answer: that is told to the feed's health, and the feed is asked again at its
    /// next turn.
    /// </summary>
    /// <param name="feed">The feed.</param>
    /// <param name="version">The version read last, or <see cref="FeedVersion.None"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<NewsAnswer?> GetAsync(Feed feed, FeedVersion version, CancellationToken cancellationToken);
}
