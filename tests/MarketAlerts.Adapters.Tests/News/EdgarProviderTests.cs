using MarketAlerts.Adapters.News.Edgar;
using MarketAlerts.Adapters.Tests.News.Contract;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketAlerts.Adapters.Tests.News;

/// <summary>The filings, and beside them the tickers of the companies; NVIDIA and Berkshire Hathaway file together.</summary>
public sealed class EdgarProviderTests : IAsyncLifetime
{
    private RequestDelegate _companies = Answers.Text(GivenNews.Companies);
    private FeedWorld _world = null!;
    private EdgarProvider _provider = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await FeedWorld.StartAsync(context =>
            (context.Request.Path == "/companies" ? _companies : Answers.Text(GivenNews.Edgar, "text/xml"))(context)
        );
        var options = new EdgarOptions
        {
            UserAgent = "Example admin@example.com",
            Address = _world.Address,
            TickersAddress = new Uri($"{_world.Url}/companies"),
        };
        _provider = new EdgarProvider(
            new EdgarFeed(_world.Client, _world.Clock, options),
            _world.Clock,
            NullLogger<EdgarProvider>.Instance
        );
    }

    public async ValueTask DisposeAsync()
    {
        _provider.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task ReadAsync_AsksForTheTickers_OnceADay()
    {
        (await TickersReadAsync()).ShouldBe("NVDA BRK.B BRK.A");
        _world.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await TickersReadAsync();
        _world.Paths.Count(path => path == "/companies").ShouldBe(1);

        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await TickersReadAsync();

        _world.Paths.Count(path => path == "/companies").ShouldBe(2);
    }

    [Fact]
    public async Task ReadAsync_ReadsFilingsWithoutTickers_WhenThereAreNone_AndAsksAgainTenMinutesLater()
    {
        _companies = Answers.Status(503);
        (await TickersReadAsync()).ShouldBe("");
        _companies = Answers.Text(GivenNews.Companies);

        _world.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        (await TickersReadAsync()).ShouldBe("");
        _world.Clock.Advance(TimeSpan.FromSeconds(1));

        (await TickersReadAsync()).ShouldBe("NVDA BRK.B BRK.A");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html>")]
    public async Task ReadAsync_KeepsTheTickersOfBefore_WhenTheNewOnesAreNone(string body)
    {
        await TickersReadAsync();
        _companies = Answers.Text(body);
        _world.Clock.Advance(TimeSpan.FromDays(1));

        (await TickersReadAsync()).ShouldBe("NVDA BRK.B BRK.A");
    }

    [Fact]
    public async Task ReadAsync_AsksForNoTickers_WhenThereIsNoListOfFilings()
    {
        _world.Answer = Answers.Status(304);

        (
            await _provider.ReadAsync(GivenFeeds.Of(Core.Universe.FeedKind.Edgar), FeedVersion.None, TestContext.Current.CancellationToken)
        ).NotModified.ShouldBeTrue();

        _world.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_AsksAtTheFeedsAddress_WhenItHasOne()
    {
        var feed = new Feed("annual", Core.Universe.FeedKind.Edgar, new Uri($"{_world.Url}/annual"));

        var answer = await _provider.ReadAsync(feed, FeedVersion.None, TestContext.Current.CancellationToken);

        answer.Articles.ShouldHaveSingleItem().Source.ShouldBe("annual");
        _world.Paths[0].ShouldBe("/annual");
    }

    private async Task<string> TickersReadAsync()
    {
        var answer = await _provider.ReadAsync(
            GivenFeeds.Of(Core.Universe.FeedKind.Edgar),
            FeedVersion.None,
            TestContext.Current.CancellationToken
        );
        return string.Join(' ', answer.Articles.ShouldHaveSingleItem().Symbols);
    }
}
