using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.News;

namespace MarketAlerts.Core.Tests.Stages.News;

public sealed class NewsPlannerTests
{
    private readonly NewsWorld _news = new();

    // "slow" is asked every fifth minute.
    [Theory]
    [InlineData("2025-01-27T14:40:03Z", "slow.20250127T144000 wire.20250127T144000")]
    [InlineData("2025-01-27T14:41:00Z", "wire.20250127T144100")]
    [InlineData("2025-01-26T03:05:00Z", "slow.20250126T030500 wire.20250126T030500")] // A Sunday night.
    public async Task PlanAsync_AsksForTheFeedsWhoseTurnItIs_AtAnyHour(string now, string ids)
    {
        _news.Time.AdjustTime(Given.Utc(now));

        var asked = await new NewsPlanner(_news.Clock, _news, _news).PlanAsync(TestContext.Current.CancellationToken);

        string.Join(' ', _news.Published.Select(message => message.Id)).ShouldBe(ids);
        asked.ShouldBe(_news.Published.Count);
        _news.Published.ShouldAllBe(message => message.Queue == QueueNames.NewsFeeds);
    }
}
