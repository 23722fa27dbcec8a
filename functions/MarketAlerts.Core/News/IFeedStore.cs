namespace MarketAlerts.Core.News;

/// <summary>Keeps what is known of feeds, each saved against the version it was read at.</summary>
public interface IFeedStore
{
    /// <summary>A feed's state, or null before it was first read.</summary>
    Task<FeedState?> LoadAsync(string feed, CancellationToken cancellationToken);

    /// <summary>Saves a state; false when somebody else saved first.</summary>
    Task<bool> SaveAsync(FeedState state, CancellationToken cancellationToken);

    /// <summary>The rhythms of all feeds that were ever read, by name, without what stood in them.</summary>
    Task<IReadOnlyList<FeedRhythm>> ReadRhythmsAsync(CancellationToken cancellationToken);
}
