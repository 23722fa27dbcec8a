using MarketAlerts.Core.News;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Makes stories of articles and keeps them. Taking the same articles again changes nothing.</summary>
public sealed class Newsroom(MarketClock clock, INewsStore news, StoryTaggers taggers)
{
    /// <summary>Takes articles in; returns their stories, each once, whether new or known.</summary>
    public async Task<IReadOnlyList<Story>> TakeAsync(IReadOnlyList<Article> articles, Catalog catalog, CancellationToken cancellationToken)
    {
        if (articles.Count is 0)
        {
            return [];
        }

        var now = clock.Now;
        var book = new StoryBook(taggers.Of(catalog), await news.LoadRecentAsync(now - StoryBook.Memory, cancellationToken));
        var (touched, changed) = (new Dictionary<string, Story>(), new HashSet<string>());
        foreach (var article in articles)
        {
            var (story, isChanged) = book.Take(article, now);
            touched[story.Id] = story;
            _ = isChanged && changed.Add(story.Id);
        }

        await news.SaveAsync([.. touched.Values.Where(story => changed.Contains(story.Id))], cancellationToken);
        return [.. touched.Values];
    }
}
