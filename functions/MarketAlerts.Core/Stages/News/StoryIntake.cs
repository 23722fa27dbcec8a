using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.News;

/// <summary>
/// Makes stories of articles and keeps them, one batch at a time, so that feeds that bring the same story at once make one of it; two
/// instances at the same moment may make two. The book of what is known stays in memory and learns what others wrote since. Taking the same
/// articles again changes nothing.
/// </summary>
public sealed class StoryIntake(MarketClock clock, INewsStore news, StoryTaggers taggers) : IDisposable
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10); // Another instance may write what it saw a little earlier.

    private readonly SemaphoreSlim _gate = new(1);
    private (StoryTagger Tagger, StoryIndex Index, DateTimeOffset ReadAt)? _known;

    /// <summary>Takes articles in; returns their stories, each once, whether new or known.</summary>
    public async Task<IReadOnlyList<Story>> TakeAsync(IReadOnlyList<Article> articles, Catalog catalog, CancellationToken cancellationToken)
    {
        if (articles.Count is 0)
        {
            return [];
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await TakeAsync(articles, await IndexAsync(taggers.TaggerFor(catalog), cancellationToken), cancellationToken);
        }
        catch
        {
            // What was not saved must not count as known.
            _known = null;
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<StoryIndex> IndexAsync(StoryTagger tagger, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var oldest = now - StoryIndex.Memory;
        var (index, since) =
            _known is { } known && known.Tagger == tagger && known.ReadAt > oldest
                ? (known.Index, known.ReadAt - Overlap)
                : (new StoryIndex(tagger, []), oldest);
        index.Forget(oldest);
        foreach (var story in await news.LoadRecentAsync(since, cancellationToken))
        {
            index.Learn(story);
        }

        _known = (tagger, index, now);
        return index;
    }

    private async Task<IReadOnlyList<Story>> TakeAsync(
        IReadOnlyList<Article> articles,
        StoryIndex index,
        CancellationToken cancellationToken
    )
    {
        var (touched, added, changed) = (new Dictionary<string, Story>(), new HashSet<string>(), new HashSet<string>());
        foreach (var article in articles)
        {
            var (story, change) = index.Take(article, clock.Now);
            touched[story.Id] = story;
            if (change is StoryChange.Added)
            {
                added.Add(story.Id);
            }
            else if (change is StoryChange.Changed)
            {
                changed.Add(story.Id);
            }
        }

        await news.AddAsync([.. touched.Values.Where(story => added.Contains(story.Id))], cancellationToken);
        foreach (var story in touched.Values.Where(story => changed.Contains(story.Id) && !added.Contains(story.Id)))
        {
            index.Learn(await news.ChangeAsync(story, cancellationToken));
        }

        return [.. touched.Values];
    }
}
