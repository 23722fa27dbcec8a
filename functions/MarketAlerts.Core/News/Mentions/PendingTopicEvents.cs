using MarketAlerts.Core.Detection;

namespace MarketAlerts.Core.News.Mentions;

/// <summary>What was detected of a topic and is not published yet.</summary>
/// <param name="LookedAt">The look that detected it; no two looks at a topic have the same.</param>
/// <param name="Events">The events.</param>
public sealed record PendingTopicEvents(DateTimeOffset LookedAt, IReadOnlyList<MarketEvent> Events);
