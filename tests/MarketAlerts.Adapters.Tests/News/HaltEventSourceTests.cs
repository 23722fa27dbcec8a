using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.News.Nasdaq;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Adapters.Tests.Quotes.Chain;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.News;

/// <summary>The list of halts over real HTTP, minute by minute. New York is five hours behind.</summary>
public sealed class HaltEventSourceTests : IAsyncLifetime
{
    private static readonly Symbol Xyz = Symbol.Parse("XYZ");

    private readonly FakeTimeProvider _clock = new(At("14:42:00"));
    private readonly RememberedHealth _health = new();
    private FakeServer _server = null!;
    private HaltEventSource _source = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeServer.StartAsync(Halts());
        var options = new FeedOptions { AllowPrivateAddresses = true };
        var client = new FeedClient(FeedHttp.Create(options), new HostThrottle(_clock, TimeSpan.Zero), _clock, options);
        _source = new HaltEventSource(
            new NasdaqHaltFeed(client, new NasdaqHaltOptions { Address = new Uri(_server.Url + "/halts") }),
            new OneSymbol(),
            new SourceHealthRecorder("feeds.nasdaq-halts", _health, _clock),
            _clock,
            NullLogger<HaltEventSource>.Instance
        );
    }

    public async ValueTask DisposeAsync()
    {
        _source.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task GetAsync_AnnouncesAHalt_WhenTheListFirstShowsIt_NotWhenItBegan()
    {
        (await PollAsync("14:42:00")).ShouldBeEmpty();
        _server.Answer = Halts(("09:41:12", "")); // It began before the last poll.

        var halt = (await PollAsync("14:43:00")).ShouldHaveSingleItem();

        (halt.Kind, halt.Time, halt.AnnouncedAt, halt.Code).ShouldBe((ListingEventKind.Halt, At("14:41:12"), At("14:43:00"), "LUDP"));
        (await PollAsync("14:44:00")).ShouldBeEmpty("told once");
    }

    [Fact]
    public async Task GetAsync_AnnouncesAResumptionThatIsToldAhead_WhenItBegins()
    {
        await PollAsync("14:42:00");
        _server.Answer = Halts(("09:41:12", "09:51:12"));
        await PollAsync("14:43:00");

        (await PollAsync("14:51:00")).ShouldBeEmpty();
        (await PollAsync("14:52:00")).ShouldHaveSingleItem().Kind.ShouldBe(ListingEventKind.Resume);
    }

    [Fact]
    public async Task GetAsync_TakesTheFirstList_AsAnnouncedWhenItHappened()
    {
        _server.Answer = Halts(("09:31:00", "09:36:00"));

        (await PollAsync("14:42:00")).ShouldBeEmpty("before the poll, which asks since a minute ago");
        (await _source.GetAsync([Xyz], At("14:00:00"), At("14:42:00"), TestContext.Current.CancellationToken))
            .Select(next => next.AnnouncedAt)
            .ShouldBe([At("14:31:00"), At("14:36:00")]);
    }

    [Fact]
    public async Task GetAsync_AsksOnceAMinute_AndKeepsWhatItKnows_WhenTheListIsDown()
    {
        _server.Answer = Halts(("09:41:30", ""));
        await PollAsync("14:42:00");
        await _source.GetAsync([Xyz], At("14:41:00"), At("14:42:00"), TestContext.Current.CancellationToken);
        _server.Asked.Count.ShouldBe(1);
        _server.Answer = Answers.Status(503);

        (await PollAsync("14:43:00")).ShouldBeEmpty();

        _health
            .Writes.Select(write => (write.Source, write.State))
            .ShouldBe([("feeds.nasdaq-halts", SourceState.Good), ("feeds.nasdaq-halts", SourceState.Failing)]);
        (await _source.GetAsync([Xyz], At("14:41:00"), At("14:42:00"), TestContext.Current.CancellationToken)).Count.ShouldBe(1);
    }

    private Task<IReadOnlyList<ListingEvent>> PollAsync(string time)
    {
        _clock.SetUtcNow(At(time));
        return _source.GetAsync([Xyz], At(time).AddMinutes(-1), At(time), TestContext.Current.CancellationToken);
    }

    private static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse($"2025-01-27T{time}Z", System.Globalization.CultureInfo.InvariantCulture);

    private static Microsoft.AspNetCore.Http.RequestDelegate Halts(params (string Halt, string Resume)[] halts) =>
        Answers.Text(
            $"""
        <rss version="2.0" xmlns:ndaq="http://www.nasdaqtrader.com/"><channel><title>Halts</title>
        {string.Concat(halts.Select(halt => $"""
            <item><title>XYZ</title><ndaq:HaltDate>01/27/2025</ndaq:HaltDate><ndaq:HaltTime>{halt.Halt}</ndaq:HaltTime><ndaq:IssueSymbol>XYZ</ndaq:IssueSymbol>
            <ndaq:ReasonCode>LUDP</ndaq:ReasonCode><ndaq:ResumptionDate>01/27/2025</ndaq:ResumptionDate><ndaq:ResumptionTradeTime>{halt.Resume}</ndaq:ResumptionTradeTime></item>
            """))}
        </channel></rss>
        """,
            "text/xml"
        );

    private sealed class OneSymbol : ICatalogStore
    {
        private static readonly Catalog Xyz = new([], new Dictionary<Symbol, string> { [Symbol.Parse("XYZ")] = "p0000" });

        public Task<Catalog> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(Xyz);

        public Task<Catalog> LoadAsync(long? version, CancellationToken cancellationToken) => Task.FromResult(Xyz);

        public Task SaveAsync(Catalog catalog, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
