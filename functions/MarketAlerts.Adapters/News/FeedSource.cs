using System.Collections.Concurrent;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.News;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Adapters.News;

/// <summary>
/// All feeds: asks the provider of a feed's kind, keeps how each feed does in the health table as <c>feeds.NAME</c>, and says once a poll
/// when one cannot be read.
/// </summary>
/// <param name="providers">The providers, one a kind.</param>
/// <param name="store">The health table.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class FeedSource(
    IEnumerable<IFeedProvider> providers,
    IHealthStore store,
    TimeProvider clock,
    ILogger<FeedSource> logger
) : INewsSource
{
    private readonly Dictionary<FeedKind, IFeedProvider> _providers = providers.ToDictionary(provider => provider.Kind);
    private readonly ConcurrentDictionary<string, SourceHealthRecorder> _health = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<NewsAnswer?> GetAsync(Feed feed, FeedVersion version, CancellationToken cancellationToken)
    {
        var health = _health.GetOrAdd(feed.Name, name => new SourceHealthRecorder($"feeds.{name}", store, clock));
        try
        {
            var answer = await _providers[feed.Kind].ReadAsync(feed, version, cancellationToken);
            await health.GoodAsync(cancellationToken);
            return new NewsAnswer(answer.Articles, answer.Version);
        }
        catch (FetchException failure) when (failure.IsOwnBudget)
        {
            return null; // Quotes and history come first; the feed does not fail.
        }
        catch (FetchException failure)
        {
            LogUnread(feed.Name, failure.Fault, failure.Message);
            await health.FailedAsync(failure, cancellationToken);
            return null;
        }
    }

    [LoggerMessage(2004, LogLevel.Warning, "The feed {Feed} cannot be read ({Fault}): {Problem}", EventName = "FeedUnread")]
    private partial void LogUnread(string feed, FetchFault fault, string problem);
}

/// <summary>What a poll of a feed gave.</summary>
/// <param name="Articles">All that the feed holds, read before or not; none when nothing changed.</param>
/// <param name="Version">What to ask with the next time.</param>
/// <param name="NotModified">Nothing changed since the version that was asked about.</param>
/// <param name="RetryAfter">How long the server asks to be left alone, if it says.</param>
public sealed record FeedAnswer(IReadOnlyList<Article> Articles, FeedVersion Version, bool NotModified, TimeSpan? RetryAfter);
