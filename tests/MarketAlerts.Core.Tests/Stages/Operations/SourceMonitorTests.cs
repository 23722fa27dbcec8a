using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Operations;

/// <summary>Monday 27 January 2025: the session runs from 14:30 to 21:00 UTC.</summary>
public sealed class SourceMonitorTests
{
    private readonly LogRecorder<SourceMonitor> _log = new();
    private readonly FakeWorld _world = new();
    private readonly RememberedMarket _market = new();
    private readonly List<SourceHealth> _health = [];

    public SourceMonitorTests()
    {
        _world.Catalog = new Catalog([], new Dictionary<Symbol, string> { [Given.Sym("NVDA")] = "p0000" });
        QuoteAt("15:00");
    }

    [Theory]
    [InlineData(SourceState.Failing, "14:55", "15:00", 1003)]
    [InlineData(SourceState.Failing, "14:56", "15:00", null)] // A passing disturbance.
    [InlineData(SourceState.Failing, "14:31", "14:54", null)] // A stand-in that nobody asks any more.
    [InlineData(SourceState.Refused, "14:45", "14:45", 1004)]
    [InlineData(SourceState.Refused, "14:31", "14:39", null)]
    [InlineData(SourceState.Good, "14:31", "14:31", null)]
    public async Task CheckAsync_TellsOfASource_ThatFailsForLong(SourceState state, string since, string seen, int? expected)
    {
        _health.Add(new SourceHealth("quotes.massive", state, Given.At(since), Given.At(seen), null, "massive answered 503: down."));

        (await LookAsync("15:00")).ShouldBe(expected is null ? 0 : 1);

        _log.Entries.Select(entry => (entry.Level, entry.Id.Id)).ShouldBe(expected is { } id ? [(LogLevel.Error, id)] : []);
    }

    [Theory]
    [InlineData("15:05", 0, null)]
    [InlineData("15:06", 0, 1005)]
    [InlineData("15:06", 15, null)] // Delayed quotes are old, and still move.
    [InlineData("15:21", 15, 1005)]
    [InlineData("14:34", 0, null)] // Just open.
    [InlineData("22:00", 0, null)] // Closed.
    public async Task CheckAsync_TellsOfQuotesThatStandStill_WhenTheMarketIsOpen(string now, int delayMinutes, int? expected)
    {
        QuoteAt("15:00", TimeSpan.FromMinutes(delayMinutes));

        (await LookAsync(now)).ShouldBe(expected is null ? 0 : 1);

        _log.Entries.Select(entry => entry.Id.Id).ShouldBe(expected is { } id ? [id] : []);
    }

    // The newest quote is Friday's: with a delay of 15 minutes Monday's first one can be seen at 14:45.
    [Theory]
    [InlineData("14:50", 0)]
    [InlineData("14:51", 1)]
    public async Task CheckAsync_WaitsForADelayedSource_AfterTheOpen(string now, int expected)
    {
        QuoteAt("2025-01-24T20:59Z", TimeSpan.FromMinutes(15));

        (await LookAsync(now)).ShouldBe(expected);
    }

    // Entered in the middle of a session, symbols are polled a minute later; an app that polls nothing at all is as blind as one whose
    // sources are gone.
    [Fact]
    public async Task CheckAsync_TellsOfSymbolsThatAreNeverPolled_AfterAWhile()
    {
        _market.Put(new MarketPage("p0000"));
        var time = new FakeTimeProvider(Given.At("15:06"));
        var watch = WatchAt(time);

        (await watch.CheckAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        time.Advance(TimeSpan.FromMinutes(5));
        (await watch.CheckAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        time.Advance(TimeSpan.FromMinutes(5));
        (await watch.CheckAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        _log.Entries.ShouldHaveSingleItem()
            .Text.ShouldBe("The market is open, but the newest quote of all: none at all. Check the sources.");

        QuoteAt("15:16");
        (await watch.CheckAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task CheckAsync_SaysNothingOfQuotes_WhenNothingIsWatched()
    {
        _world.Catalog = Catalog.Empty;

        (await LookAsync("15:30")).ShouldBe(0);
    }

    private void QuoteAt(string time, TimeSpan delay = default)
    {
        var page = new MarketPage("p0000") { DeclaredDelay = delay, Poll = Given.At("14:30") };
        page.Include([Given.Sym("NVDA")]);
        page.Symbols.First().QuoteTime = Given.Instant(time);
        _market.Put(page);
    }

    private Task<int> LookAsync(string now) =>
        WatchAt(new FakeTimeProvider(Given.At(now))).CheckAsync(TestContext.Current.CancellationToken);

    private SourceMonitor WatchAt(TimeProvider time) =>
        new(new MarketClock(time, Given.Calendar), new GivenHealth(_health), _world, _market, _log);

    private sealed class GivenHealth(IReadOnlyList<SourceHealth> health) : IHealthStore
    {
        public Task SaveAsync(SourceHealth health, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyList<SourceHealth>> ReadAllAsync(CancellationToken cancellationToken) => Task.FromResult(health);
    }
}
