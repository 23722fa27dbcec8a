using MarketAlerts.Adapters.Tests.News.Contract;
using MarketAlerts.Core.News;
using MarketAlerts.Testing.Http;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class FinnhubNewsFeedTests
{
    [Fact]
    public async Task ReadAsync_ReadsTheWholeList_AndKeepsItsVersion()
    {
        await using var world = await FeedWorld.StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            return context.Request.Headers.IfNoneMatch == "\"1\"" ? Answers.Status(304)(context) : Answers.Text(GivenNews.Finnhub)(context);
        });

        var first = await GivenFeeds.ReadAsync(GivenFeeds.Finnhub(world), FeedVersion.None, TestContext.Current.CancellationToken);
        var second = await GivenFeeds.ReadAsync(GivenFeeds.Finnhub(world), first.Version, TestContext.Current.CancellationToken);

        (first.Articles.Count, first.NotModified, first.Version).ShouldBe((2, false, new FeedVersion("\"1\"", null)));
        first.Articles.ShouldAllBe(article => article.Source == "finnhub");
        (second.Articles.Count, second.NotModified, second.Version).ShouldBe((0, true, first.Version));
        world.Paths.ShouldBe(["/api/v1/news?category=general", "/api/v1/news?category=general"]);
    }
}
