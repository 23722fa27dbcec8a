namespace MarketAlerts.Core.News;

/// <summary>What is known of a feed between two polls.</summary>
/// <param name="Feed">Its name.</param>
public sealed record FeedState(string Feed)
{
    private const int MostSeen = 4_000;
    private const int MostArrivals = 21;
    private static readonly TimeSpan CaughtUp = TimeSpan.FromHours(3);

    /// <summary>The version read last.</summary>
    public FeedVersion Version { get; init; } = FeedVersion.None;

    /// <summary>
    /// When it was first read up to the present (UTC): what stood in it until then is its baseline and alerts nobody. Null before; a feed
    /// that is read by time may need several polls for its last days.
    /// </summary>
    public DateTimeOffset? FirstReadAt { get; init; }

    /// <summary>When it last gave a usable answer (UTC), or null.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The items read before, by hash, with the hash of what they said; the newest first.</summary>
    public IReadOnlyList<(ulong Item, ulong Content)> Seen { get; init; } = [];

    /// <summary>When something new last stood in it (UTC), the newest last.</summary>
    public IReadOnlyList<DateTimeOffset> Arrivals { get; init; } = [];

    /// <summary>The stored version this was read at, opaque; null when it is new.</summary>
    public string? ETag { get; init; }

    /// <summary>The articles that were not read before, or say something else now.</summary>
    public IReadOnlyList<Article> FreshOf(IReadOnlyList<Article> articles)
    {
        var seen = Seen.ToHashSet();
        return [.. articles.Where(article => seen.Add(HashesOf(article)))];
    }

    /// <summary>The state after an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="hasNews">Whether anything in it was new.</param>
    /// <param name="now">The poll (UTC).</param>
    public FeedState After(NewsAnswer answer, bool hasNews, DateTimeOffset now) =>
        this with
        {
            Version = answer.Version,
            FirstReadAt = FirstReadAt ?? (now - answer.Version.ReadUntil > CaughtUp ? null : now),
            ReadAt = now,
            Seen = [.. answer.Articles.Select(HashesOf).Concat(Seen).Distinct().Take(MostSeen)],
            Arrivals = hasNews ? [.. Arrivals.Append(now).TakeLast(MostArrivals)] : Arrivals,
        };

    private static (ulong Item, ulong Content) HashesOf(Article article) => (StoryMarks.ItemOf(article), StoryMarks.ContentOf(article));
}

/// <summary>What a poll of a feed gave.</summary>
/// <param name="Articles">All that the feed holds or that is new in it, in its order; none when nothing changed.</param>
/// <param name="Version">What to ask with the next time.</param>
public sealed record NewsAnswer(IReadOnlyList<Article> Articles, FeedVersion Version);

/// <summary>When a feed was read, and when it brought something new.</summary>
/// <param name="Feed">Its name.</param>
/// <param name="FirstReadAt">When it was first read up to the present (UTC), or null before.</param>
/// <param name="ReadAt">When it last gave a usable answer (UTC), or null.</param>
/// <param name="Arrivals">When something new last stood in it (UTC), the newest last.</param>
public sealed record FeedRhythm(string Feed, DateTimeOffset? FirstReadAt, DateTimeOffset? ReadAt, IReadOnlyList<DateTimeOffset> Arrivals);

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

/// <summary>Keeps what is known of feeds, each saved against the version it was read at.</summary>
public interface IFeedStore
{
    /// <summary>A feed's state, or null before it was first read.</summary>
    Task<FeedState?> LoadAsync(string feed, CancellationToken cancellationToken);

    /// <summary>Saves a state; false when somebody else saved first.</summary>
    Task<bool> SaveAsync(FeedState state, CancellationToken cancellationToken);

    /// <summary>The rhythms of all feeds that were ever read, by name, without what stood in them.</summary>
    Task<IReadOnlyList<FeedRhythm>> ReadRhythmsAsync(CancellationToken cancellationToken);
}
