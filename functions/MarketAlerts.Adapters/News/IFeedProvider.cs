using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.News;

/// <summary>Reads the feeds of one kind.</summary>
public interface IFeedProvider
{
    /// <summary>Which kind.</summary>
    FeedKind Kind { get; }

    /// <summary>What a feed holds.</summary>
    /// <param name="feed">The feed, of this kind.</param>
    /// <param name="version">The version read last, or <see cref="FeedVersion.None"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    Task<FeedAnswer> ReadAsync(Feed feed, FeedVersion version, CancellationToken cancellationToken);
}
