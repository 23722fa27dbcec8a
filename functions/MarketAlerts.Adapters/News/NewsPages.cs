using System.Globalization;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News;

/// <summary>
/// Reads news that are asked for by time, the oldest first, page by page. A poll that ends before the last page was read up to its last
/// article: the next poll begins there, and nothing is skipped. One that read all begins again a few minutes earlier, since some articles
/// come out late.
/// </summary>
/// <param name="api">Asks.</param>
/// <param name="dialect">How.</param>
/// <param name="clock">The clock.</param>
/// <param name="limits">The most pages and items of a poll.</param>
internal sealed class NewsPages(NewsApi api, NewsDialect dialect, TimeProvider clock, FeedOptions limits)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(7);

    /// <summary>The articles since a version, each once, the oldest first.</summary>
    /// <exception cref="FetchException">There is no usable answer. Nothing of the poll is kept then.</exception>
    public async Task<FeedAnswer> ReadAsync(string source, FeedVersion version, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var start = StartOf(version, now);
        var first = dialect.First(start.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var (articles, asked) = (new List<Article>(), new HashSet<Uri>());
        for (var next = first; ; )
        {
            if (IsEnough(articles, asked))
            {
                return Cut(source, articles, start, now, atLimit: true);
            }

            if (
                next is null
                || !api.IsOwn(next)
                || !asked.Add(next)
                || await AskAsync(source, next, asked.Count > 1, now, cancellationToken) is not { } page
            )
            {
                return asked.Count is 1 && articles is []
                    ? new FeedAnswer([], version, true, null)
                    : Cut(source, articles, start, now, atLimit: false);
            }

            articles.AddRange(page.Articles);
            if (page.Next is "")
            {
                return Answer(articles, Later(start, now - dialect.Overlap));
            }

            next = dialect.NextOf(first, page);
        }
    }

    /// <summary>Whole seconds: not every provider takes parts of one.</summary>
    private static DateTimeOffset StartOf(FeedVersion version, DateTimeOffset now)
    {
        var start = Later(version.ReadUntil ?? DateTimeOffset.MinValue, now - FirstLook);
        return start.AddTicks(-(start.UtcTicks % TimeSpan.TicksPerSecond)).ToUniversalTime();
    }

    private bool IsEnough(List<Article> articles, HashSet<Uri> asked) =>
        asked.Count >= limits.MostPages || articles.Count >= limits.MostItems;

    /// <summary>A page, or null when there is none now: it did not change, or the provider wants a pause after the first one.</summary>
    private async Task<NewsPage?> AskAsync(
        string source,
        Uri address,
        bool isLater,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await api.AskAsync(
                source,
                address,
                FeedVersion.None,
                answer => answer.IsNotModified ? null : dialect.Parse(source, answer.Body, now),
                cancellationToken
            );
        }
        catch (FetchException pause) when (isLater && pause.Fault is FetchFault.Busy)
        {
            return null;
        }
    }

    /// <exception cref="FetchException">More articles than the limit came out in one second (TooLarge): going on would skip
    /// some.</exception>
    private FeedAnswer Cut(string source, List<Article> articles, DateTimeOffset start, DateTimeOffset now, bool atLimit)
    {
        var last = articles.Select(dialect.TimeOf).LastOrDefault(time => time is not null) ?? start;
        return last > start || !atLimit
            ? Answer(articles, Later(start, last < now - NewsDialect.ShortOverlap ? last : now - NewsDialect.ShortOverlap))
            : throw new FetchException(
                FetchFault.TooLarge,
                $"{source} has more than {articles.Count} articles of {start:O}: a poll cannot read them all, raise News:MostPages "
                    + "and News:MostItems."
            );
    }

    private static FeedAnswer Answer(List<Article> articles, DateTimeOffset until) =>
        new([.. articles.DistinctBy(article => article.Id)], FeedVersion.None with { ReadUntil = until }, false, null);

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
