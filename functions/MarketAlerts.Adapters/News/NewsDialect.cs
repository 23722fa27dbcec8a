using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News;

/// <summary>How a provider is asked for news by time, the oldest first, page by page.</summary>
/// <param name="First">The first page's address, from a time on, written like <c>2025-01-27T14:31:00Z</c>.</param>
/// <param name="Next">The next page's address by the first one's and what the provider calls it; null for what is none.</param>
/// <param name="Parse">Reads a page: the feed, the answer, the present.</param>
/// <param name="TimeOf">The time that the provider selects and sorts an article by, or null when it does not tell.</param>
internal sealed record NewsDialect(
    Func<string, Uri> First,
    Func<Uri, string, Uri?> Next,
    Func<string, ReadOnlyMemory<byte>, DateTimeOffset, NewsPage> Parse,
    Func<Article, DateTimeOffset?> TimeOf
)
{
    private const int LongestName = 4_000; // Of a page; servers refuse longer addresses.

    /// <summary>
    /// How much of what was read is asked for again: an article may be listed that long after the time it is selected by.
    /// </summary>
    public TimeSpan Overlap { get; init; } = ShortOverlap;

    /// <summary>The same where a poll ends before the present: more would ask for the same articles for ever.</summary>
    public static TimeSpan ShortOverlap { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The address of the page behind another one; null when it has none that can be asked.</summary>
    public Uri? NextOf(Uri first, NewsPage page) => page.Next.Length <= LongestName ? Next(first, page.Next) : null;
}

/// <summary>One page of news that come in pages.</summary>
/// <param name="Articles">Its articles, in its order.</param>
/// <param name="Next">What the provider calls the next page; empty on the last one.</param>
internal sealed record NewsPage(IReadOnlyList<Article> Articles, string Next);
