using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.News;

/// <summary>Reads feeds in RSS or Atom.</summary>
/// <param name="client">Fetches from the provider.</param>
public sealed class RssProvider(FeedClient client) : IFeedProvider
{
    /// <inheritdoc/>
    public FeedKind Kind => FeedKind.Rss;

    /// <inheritdoc/>
    public Task<FeedAnswer> ReadAsync(Feed feed, FeedVersion version, CancellationToken cancellationToken) =>
        client.GetAsync(
            feed.Name,
            feed.Address ?? throw new FetchException(FetchFault.NotFound, $"{feed.Name} has no address."),
            version,
            cancellationToken
        );
}
