namespace MarketAlerts.Core.News;

/// <summary>What a poll of a feed gave.</summary>
/// <param name="Articles">All that the feed holds or that is new in it, in its order; none when nothing changed.</param>
/// <param name="Version">What to ask with the next time.</param>
public sealed record NewsAnswer(IReadOnlyList<Article> Articles, FeedVersion Version);
