using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// Tells ops, never traders, when a feed that can be read has had nothing new for longer than is usual for it. Only the time in which the
/// market is open counts, so that neither nights nor weekends look like silence.
/// </summary>
public sealed partial class FeedMonitor(MarketClock clock, ICatalogStore catalogs, IFeedStore feeds, ILogger<FeedMonitor> logger)
{
    private const int FewestArrivals = 10;
    private const int TimesUsual = 2;
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestUnknown = TimeSpan.FromHours(13); // Two sessions, for a feed whose rhythm nobody knows yet.

    /// <summary>One look; logs the feeds that are silent and returns how many are.</summary>
    public async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        if (clock.SessionInSight() is null)
        {
            return 0;
        }

        var catalog = await catalogs.LoadAsync(cancellationToken);
        return (await feeds.ReadRhythmsAsync(cancellationToken)).Count(feed => catalog.Feeds.ContainsKey(feed.Feed) && Tell(feed));
    }

    private bool Tell(FeedRhythm feed)
    {
        if ((feed.Arrivals is [.., var newest] ? newest : feed.FirstReadAt) is not { } last)
        {
            return false;
        }

        var isKnown = feed.Arrivals.Count >= FewestArrivals;
        var usual = isKnown ? feed.Arrivals.Zip(feed.Arrivals.Skip(1), clock.Calendar.OpenBetween).Max() : LongestUnknown / TimesUsual;
        var silent = clock.Calendar.OpenBetween(last, clock.Now);
        var isSilent = silent > ShortestSilence && silent > TimesUsual * usual;
        if (isSilent)
        {
            LogSilent(feed.Feed, last, (int)silent.TotalMinutes, (int)usual.TotalMinutes);
        }

        return isSilent;
    }

    [LoggerMessage(
        1006,
        LogLevel.Warning,
        "Feed {Feed} has had nothing new since {Last:O}: {Silent} minutes of market time, where up to {Usual} are usual. Look "
            + "whether it still is what it was.",
        EventName = "FeedSilent"
    )]
    private partial void LogSilent(string feed, DateTimeOffset last, int silent, int usual);
}
