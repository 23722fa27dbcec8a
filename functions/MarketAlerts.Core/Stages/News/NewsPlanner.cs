using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.News;

/// <summary>
/// Plans the poll of the feeds whose turn it is, one message a feed, at night and on holidays too. A crash in between leaves feeds out
/// until their next turn.
/// </summary>
public sealed class NewsPlanner(MarketClock clock, ICatalogStore catalogs, IMessagePublisher publisher)
{
    /// <summary>Plans the polls of this minute; returns how many feeds it asked for.</summary>
    public async Task<int> PlanAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var poll = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var catalog = await catalogs.LoadAsync(cancellationToken);
        var due = catalog
            .Feeds.Values.Where(feed => poll.Ticks / TimeSpan.TicksPerMinute % feed.EveryMinutes is 0)
            .OrderBy(feed => feed.Name, StringComparer.Ordinal)
            .ToArray();
        await publisher.PublishAsync([.. due.Select(feed => MessageOf(feed.Name, poll, catalog.Version))], cancellationToken);
        return due.Length;
    }

    private static OutgoingMessage MessageOf(string feed, DateTimeOffset poll, long version)
    {
        var id = MessageId.OfFeed(feed, poll);
        return new OutgoingMessage(QueueNames.NewsFeeds, id, MessageCodec.Write(new FeedPoll(feed, poll, version), id, poll));
    }
}
