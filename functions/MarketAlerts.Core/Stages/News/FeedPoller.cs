using MarketAlerts.Core.Messages;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.News;

/// <summary>
/// Reads one feed: fetches what changed, folds it into stories, counts them, publishes what somebody asked for. What was read is noted
/// last, so a crash anywhere reads the same again: stories are written over, and none is counted twice. What stands in a feed when it is
/// first read alerts nobody.
/// </summary>
public sealed class FeedPoller(
    MarketClock clock,
    ICatalogStore catalogs,
    INewsSource source,
    IFeedStore feeds,
    StoryIntake intake,
    TopicCounter topics
)
{
    /// <summary>Reads the feed; one that is no longer polled is left alone.</summary>
    public async Task ReadAsync(FeedPoll request, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.LoadAsync(request.CatalogVersion, cancellationToken);
        if (!catalog.Feeds.TryGetValue(request.Feed, out var feed))
        {
            return;
        }

        var state = await feeds.LoadAsync(feed.Name, cancellationToken) ?? new FeedState(feed.Name);
        if (await source.GetAsync(feed, state.Version, cancellationToken) is not { } answer)
        {
            return;
        }

        var fresh = state.FreshOf(answer.Articles);
        var stories = await intake.TakeAsync(fresh, catalog, cancellationToken);
        if (state.FirstReadAt is not null)
        {
            await topics.CountAsync(stories, catalog, cancellationToken);
        }

        // Another instance that read the same feed meanwhile noted the same, or will be told the same again.
        await feeds.SaveAsync(state.After(answer, fresh.Count > 0, clock.Now), cancellationToken);
    }
}
