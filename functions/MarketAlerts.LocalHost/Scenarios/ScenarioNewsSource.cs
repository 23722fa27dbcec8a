using MarketAlerts.Core.News;
using MarketAlerts.Core.Stages.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.LocalHost.Scenarios;

/// <summary>
/// Answers from a scenario as of the virtual clock: the feed holds all that was published so far, the newest version of each article.
/// </summary>
internal sealed class ScenarioNewsSource(Scenario scenario, TimeProvider time) : INewsSource
{
    /// <inheritdoc/>
    public Task<NewsAnswer?> GetAsync(Feed feed, FeedVersion version, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var shown = scenario
            .News.Where(row => row.ArrivesAt <= now)
            .Select(row => row.Article)
            .GroupBy(article => (article.Source, article.Id))
            .Select(versions => versions.Last());
        return Task.FromResult<NewsAnswer?>(new NewsAnswer([.. shown], FeedVersion.None));
    }
}

/// <summary>One row of <c>news.csv</c>.</summary>
/// <param name="ArrivesAt">From when on its feed shows it (UTC).</param>
/// <param name="Article">The article.</param>
/// <param name="Tags">What it is about, as far as the scenario says: symbols and watched phrases, as rules write them.</param>
internal sealed record ScenarioArticle(DateTimeOffset ArrivesAt, Article Article, string Tags);
