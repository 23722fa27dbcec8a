namespace MarketAlerts.Core.News;

/// <summary>What several feeds say of one thing: the article that came first, and who else carries it.</summary>
/// <param name="First">The earliest article.</param>
/// <param name="SeenAt">When it was first seen (UTC).</param>
/// <param name="Sources">The feeds that carry it, each once, in order of arrival.</param>
public sealed record Story(Article First, DateTimeOffset SeenAt, IReadOnlyList<string> Sources)
{
    /// <summary>When it came out: as published, but never later than it was seen.</summary>
    public DateTimeOffset Time => First.PublishedAt is { } published && published < SeenAt ? published : SeenAt;
}
