using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News;

/// <summary>What a poll of a feed gave.</summary>
/// <param name="Articles">All that the feed holds, read before or not; none when nothing changed.</param>
/// <param name="Version">What to ask with the next time.</param>
/// <param name="NotModified">Nothing changed since the version that was asked about.</param>
/// <param name="RetryAfter">How long the server asks to be left alone, if it says.</param>
public sealed record FeedAnswer(IReadOnlyList<Article> Articles, FeedVersion Version, bool NotModified, TimeSpan? RetryAfter);
