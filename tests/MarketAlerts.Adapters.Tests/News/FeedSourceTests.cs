using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.Tests.News.Contract;
using MarketAlerts.Adapters.Tests.Quotes.Chain;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Http;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Adapters.Tests.News;

/// <summary>Feeds of two kinds at one server: RSS, and Massive's news without a key.</summary>
public sealed class FeedSourceTests : IAsyncLifetime
{
    private readonly RememberedHealth _health = new();
    private readonly LogRecorder<FeedSource> _log = new();
    private FeedWorld _world = null!;
    private FeedSource _source = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Feed Wire => new("wire", Core.Universe.FeedKind.Rss, _world.Address);

    public async ValueTask InitializeAsync()
    {
        _world = await FeedWorld.StartAsync(Answers.Text(GivenNews.Rss, "text/xml"));
        _source = new FeedSource([new RssProvider(_world.Client), GivenFeeds.Massive(_world, "")], _health, _world.Clock, _log);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task GetAsync_GivesArticlesAndVersion_WhenTheFeedIsRead()
    {
        _world.Answer = context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            return Answers.Text(GivenNews.Rss, "text/xml")(context);
        };

        var answer = (await _source.GetAsync(Wire, FeedVersion.None, Token)).ShouldNotBeNull();

        answer.Articles.Select(article => article.Source).ShouldBe(["wire", "wire"]);
        answer.Version.ShouldBe(new FeedVersion("\"1\"", null));
        _health.Writes.Select(write => (write.Source, write.State)).ShouldBe([("feeds.wire", SourceState.Good)]);
        _log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetAsync_GivesNoArticlesAndTheVersionOfBefore_WhenNothingChanged()
    {
        _world.Answer = Answers.Status(304);
        var version = new FeedVersion("\"1\"", "Mon, 27 Jan 2025 14:31:00 GMT");

        var answer = (await _source.GetAsync(Wire, version, Token)).ShouldNotBeNull();

        (answer.Articles.Count, answer.Version).ShouldBe((0, version));
    }

    [Fact]
    public async Task GetAsync_SaysOnceThatAFeedCannotBeRead_AndTellsItsHealth()
    {
        _world.Answer = Answers.Status(503);

        (await _source.GetAsync(Wire, FeedVersion.None, Token)).ShouldBeNull();

        _log.Entries.ShouldBe([
            (LogLevel.Warning, new EventId(2004, "FeedUnread"), "The feed wire cannot be read (Unavailable): wire answered 503: (empty)."),
        ]);
        _health.Writes.ShouldBe([
            new SourceHealth("feeds.wire", SourceState.Failing, GivenNews.Now, GivenNews.Now, null, "wire answered 503: (empty)."),
        ]);
    }

    [Fact]
    public async Task GetAsync_RefusesAFeed_WithoutItsKey_AndReadsTheOthers()
    {
        (await _source.GetAsync(GivenFeeds.Of(Core.Universe.FeedKind.Massive), FeedVersion.None, Token)).ShouldBeNull();
        (await _source.GetAsync(Wire, FeedVersion.None, Token)).ShouldNotBeNull();

        _health
            .Writes.Select(write => (write.Source, write.State, write.Problem))
            .ShouldBe([
                ("feeds.massive", SourceState.Refused, "massive is not asked without a key: set Quotes:Massive:ApiKey."),
                ("feeds.wire", SourceState.Good, ""),
            ]);
    }

    [Fact]
    public async Task GetAsync_FollowsEachFeed_FromPollToPoll()
    {
        await _source.GetAsync(Wire, FeedVersion.None, Token);
        await _source.GetAsync(Wire with { Name = "other" }, FeedVersion.None, Token);
        await _source.GetAsync(Wire, FeedVersion.None, Token);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        _world.Answer = Answers.Html();
        await _source.GetAsync(Wire, FeedVersion.None, Token);

        var (start, later) = (GivenNews.Now, GivenNews.Now.AddMinutes(1));
        _health
            .Writes.Select(write => (write.Source, write.State, write.Since, write.LastGood))
            .ShouldBe([
                ("feeds.wire", SourceState.Good, start, start),
                ("feeds.other", SourceState.Good, start, start),
                ("feeds.wire", SourceState.Failing, later, start),
            ]);
    }

    [Fact]
    public async Task GetAsync_GivesNothing_WhenAFeedHasNoAddress()
    {
        (await _source.GetAsync(Wire with { Address = null }, FeedVersion.None, Token)).ShouldBeNull();

        _log.Entries.ShouldHaveSingleItem().Text.ShouldEndWith("wire has no address.");
    }

    [Fact]
    public async Task GetAsync_IsCancelled_AndBlamesNobody()
    {
        var waits = new TaskCompletionSource();
        _world.Answer = Answers.Silent(waits);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var reading = _source.GetAsync(Wire, FeedVersion.None, source.Token);
        await waits.Task;
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading);
        (_health.Writes.Count, _log.Entries.Count).ShouldBe((0, 0));
    }
}
