namespace MarketAlerts.Core.News;

/// <summary>When a feed was read, and when it brought something new.</summary>
/// <param name="Feed">Its name.</param>
/// <param name="FirstReadAt">When it was first read up to the present (UTC), or null before.</param>
/// <param name="ReadAt">When it last gave a usable answer (UTC), or null.</param>
/// <param name="Arrivals">When something new last stood in it (UTC), the newest last.</param>
public sealed record FeedRhythm(string Feed, DateTimeOffset? FirstReadAt, DateTimeOffset? ReadAt, IReadOnlyList<DateTimeOffset> Arrivals);
