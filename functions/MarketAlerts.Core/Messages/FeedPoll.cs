namespace MarketAlerts.Core.Messages;

/// <summary>Body of a <c>news-feeds</c> message: read this feed now.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Poll">The minute it was planned for (UTC).</param>
/// <param name="CatalogVersion">The catalog it was planned from.</param>
public sealed record FeedPoll(string Feed, DateTimeOffset Poll, long CatalogVersion);
