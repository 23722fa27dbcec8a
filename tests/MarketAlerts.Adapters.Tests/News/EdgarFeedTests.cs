using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News.Edgar;
using MarketAlerts.Adapters.Tests.News.Contract;
using MarketAlerts.Core.News;
using MarketAlerts.Testing.Http;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class EdgarFeedTests
{
    [Theory]
    [InlineData(403, "Request Rate Threshold Exceeded", FetchFault.Busy)]
    [InlineData(200, "Request Rate Threshold Exceeded", FetchFault.Busy)]
    [InlineData(429, "Request Rate Threshold Exceeded", FetchFault.Busy)]
    [InlineData(403, "Undeclared Automated Tool", FetchFault.Refused)]
    [InlineData(200, "Your Request Originates from an Undeclared Automated Tool", FetchFault.Refused)]
    [InlineData(200, "Something else", FetchFault.Malformed)]
    public async Task Get_SaysWhatToDo_WhenTheSecAnswersWithAPage(int status, string words, FetchFault fault)
    {
        await using var world = await FeedWorld.StartAsync(
            Answers.Text($"<!DOCTYPE html><HTML><title>SEC.gov | {words}</title></HTML>", "text/html", status)
        );

        (await Error(world, "Example admin@example.com")).Fault.ShouldBe(fault);
    }

    [Fact]
    public async Task Get_LeavesTheSecAloneForTenMinutes_WhenItAskedTooOften()
    {
        await using var world = await FeedWorld.StartAsync(Answers.Text("<html>Request Rate Threshold Exceeded</html>", "text/html", 403));

        (await Error(world, "Example admin@example.com")).RetryAfter.ShouldBe(TimeSpan.FromMinutes(10));
        (await Error(world, "Example admin@example.com")).Fault.ShouldBe(FetchFault.Busy);
        world.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Get_AsksNobody_WhenNoNameIsGiven()
    {
        await using var world = await FeedWorld.StartAsync(Answers.Text(GivenNews.Edgar));

        (await Error(world, null)).Fault.ShouldBe(FetchFault.Refused);
        world.Asked.ShouldBe(0);
    }

    private static Task<FetchException> Error(FeedWorld world, string? userAgent)
    {
        var feed = new EdgarFeed(world.Client, world.Clock, new EdgarOptions { UserAgent = userAgent, Address = world.Address });
        return Should.ThrowAsync<FetchException>(() =>
            feed.GetAsync(
                GivenFeeds.Of(Core.Universe.FeedKind.Edgar),
                FeedVersion.None,
                _ => Task.FromResult(CikTable.Empty),
                TestContext.Current.CancellationToken
            )
        );
    }
}
