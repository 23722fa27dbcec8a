namespace MarketAlerts.Core.News;

/// <summary>Which version of a feed was read last; kept between polls and sent back, so that an unchanged feed is not sent again.</summary>
/// <param name="ETag">The version tag as the server sent it, or null.</param>
/// <param name="LastModified">The <c>Last-Modified</c> as the server sent it, or null.</param>
public sealed record FeedVersion(string? ETag, string? LastModified)
{
    /// <summary>Nothing was read yet.</summary>
    public static FeedVersion None { get; } = new(null, null);

    /// <summary>Up to when a feed that is asked by time was read (UTC), or null.</summary>
    public DateTimeOffset? ReadUntil { get; init; }

    /// <summary>The version after a 304, which need not repeat anything.</summary>
    public FeedVersion Or(FeedVersion before) =>
        new(ETag ?? before.ETag, LastModified ?? before.LastModified) { ReadUntil = ReadUntil ?? before.ReadUntil };
}
