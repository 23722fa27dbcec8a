using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Operations;

/// <summary>
/// Monday 27 January 2025: trading from 09:00 UTC (before the open) to 01:00 the next day (after the close), the session from 14:30 to
/// 21:00.
/// </summary>
public sealed class HousekeeperTests
{
    private readonly FakeTimeProvider _time = new(Given.Utc("2025-01-25T00:00Z"));
    private readonly FakeWorld _world = new();
    private readonly RememberedMarket _market = new();
    private readonly RememberedRows _rows = new();

    public HousekeeperTests() => _world.Catalog = new Catalog([], new Dictionary<Symbol, string> { [Given.Sym("NVDA")] = "p0000" });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_CleansEachPartOnce_InANight()
    {
        foreach (var number in Enumerable.Range(0, 48))
        {
            await RunAsync(Given.Utc("2025-01-28T01:00Z").AddMinutes(10 * number));
        }

        _rows.Asked.Select(asked => (asked.Kind, asked.Part)).Distinct().Count().ShouldBe(20);
        _rows.Asked.Count.ShouldBe(20);
        var ledger = _rows.Asked.First(asked => asked is { Kind: RetainedKind.Ledger, Part: "part 0" });
        (Given.Utc("2025-01-28T09:00Z") - ledger.Before).ShouldBeInRange(TimeSpan.FromDays(14), TimeSpan.FromDays(14.4));
    }

    [Theory]
    [InlineData("2025-01-27T09:00Z", "2025-01-27T14:20Z")]
    [InlineData("2025-01-27T14:30Z", "2025-01-27T20:50Z")]
    [InlineData("2025-01-27T21:00Z", "2025-01-28T00:50Z")]
    public async Task RunAsync_CleansNothing_WhileThereIsTrading(string from, string to)
    {
        for (var now = Given.Utc(from); now <= Given.Utc(to); now = now.AddMinutes(10))
        {
            (await RunAsync(now)).ShouldBe(0);
        }

        _rows.Asked.ShouldBeEmpty();
    }

    // Every run has a part of each kind, with 100 old rows: the first gives 100, the second the 50 that are left, and the others wait for
    // another night.
    [Fact]
    public async Task RunAsync_AsksForNoMoreThanIsLeft_OfARunsRows()
    {
        (_rows.Old, _rows.Parts) = (100, 48);
        for (var now = Given.Utc("2025-01-25T12:00Z"); now < Given.Utc("2025-01-25T20:00Z"); now = now.AddMinutes(10))
        {
            (await RunAsync(now, new RetentionOptions { RowsPerRun = 150 })).ShouldBe(150);
        }

        _rows.Asked.Select(asked => (asked.Kind, asked.Most)).Distinct().ShouldBe([(RetainedKind.Filed, 150), (RetainedKind.Ledger, 50)]);
        _rows.Asked.Count.ShouldBe(96);
    }

    // The poll of 20:59 saves a crossing, its instance ends before it publishes it, and the next poll, of 21:00, is lost.
    [Theory]
    [InlineData("2025-01-27T21:00:00Z", false)]
    [InlineData("2025-01-27T21:08:00Z", false)]
    [InlineData("2025-01-27T21:10:00Z", true)]
    [InlineData("2025-01-28T05:00:00Z", true)]
    public async Task RunAsync_PublishesWhatWasLeftPending_TenMinutesLater(string now, bool expected)
    {
        await LeavePendingAsync();
        var id = MessageId.OfEvents("p0000", Given.At("20:59"), 0);

        await RunAsync(Given.Utc(now));
        await RunAsync(Given.Utc(now).AddSeconds(10));

        _world.Published.Count(message => message.Id == id).ShouldBe(expected ? 1 : 0);
        _market.PageOf("p0000").Pending.Count.ShouldBe(expected ? 0 : 1);
    }

    [Fact]
    public async Task RunAsync_LeavesItToThePolls_WhileTheMarketIsOpen()
    {
        await LeavePendingAsync();

        await RunAsync(Given.Utc("2025-01-28T14:40Z"));

        _world.Published.ShouldBeEmpty();
        _market.PageOf("p0000").Pending.Count.ShouldBe(1);
    }

    // A fall of 6 % over a level of 5 %, seen at 20:59 and published by nobody.
    private async Task LeavePendingAsync()
    {
        var page = new MarketPage("p0000");
        page.Include(Given.Syms("NVDA"));
        var levels = new WantedLevels();
        levels.Add(Target.OfSymbol(Given.Sym("NVDA")), MetricId.DayMove, Direction.Down, 50_000);
        (await _market.SaveLevelsAsync(page, levels, [Target.OfSymbol(Given.Sym("NVDA"))], Token)).ShouldBeTrue();
        var clock = new MarketClock(_time, Given.Calendar);
        using var meter = new MeasuredMeter();
        var source = new PageQuotes(_world, _world, _world, clock);
        var reader = new QuotePoller(
            clock,
            source,
            _world,
            _market,
            new PageDetection(
                clock,
                source,
                new PageLevels(_market),
                new CloseBackfill(_world, clock),
                new PageDetector(Given.Calendar, new GuardOptions(), Given.Thresholds, Given.Volumes)
            ),
            new EventPublisher(_world),
            new PipelineMeter(meter),
            Given.Thresholds
        );
        _world.IsThere = false;
        _time.SetUtcNow(Given.At("20:58"));
        _world.Quotes.Add(Given.Quote("NVDA", "20:58", 98));
        await reader.ReadAsync(new QuotePage("p0000", Given.At("20:58"), 0), Token);
        _time.SetUtcNow(Given.At("20:59"));
        _world.Quotes.Clear();
        _world.Quotes.Add(Given.Quote("NVDA", "20:59", 94));
        _world.Down = true;
        await Should.ThrowAsync<IOException>(() => reader.ReadAsync(new QuotePage("p0000", Given.At("20:59"), 0), Token));
        _world.Down = false;
        _market.PageOf("p0000").Pending.Count.ShouldBe(1);
    }

    private async Task<int> RunAsync(DateTimeOffset now, RetentionOptions? options = null)
    {
        _time.SetUtcNow(now);
        var clock = new MarketClock(_time, Given.Calendar);
        var sweep = new PendingSweep(clock, _world, _market, new EventPublisher(_world), Given.Thresholds);
        return await new Housekeeper(clock, sweep, _rows, options ?? new RetentionOptions(), NullLogger<Housekeeper>.Instance).RunAsync(
            Token
        );
    }
}
