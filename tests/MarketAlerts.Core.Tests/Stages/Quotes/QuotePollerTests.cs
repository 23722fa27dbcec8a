using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Quotes;

/// <summary>NVDA and KO on one page, read at 14:31, 14:32 and 14:33.</summary>
public sealed class QuotePollerTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Given.Utc("2025-01-23T00:00Z"));
    private readonly FakeWorld _world = new();
    private readonly RememberedMarket _market = new();
    private readonly MeasuredMeter _meter = new();
    private readonly QuotePoller _poller;

    public QuotePollerTests()
    {
        _world.Catalog = new Catalog([], new Dictionary<Symbol, string> { [Given.Sym("NVDA")] = "p0000", [Given.Sym("KO")] = "p0000" });
        var clock = new MarketClock(_time, Given.Calendar);
        var source = new PageQuotes(_world, _world, _world, clock);
        _poller = new QuotePoller(
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
            new PipelineMeter(_meter),
            Given.Thresholds
        );
    }

    public void Dispose() => _meter.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SymbolState Nvda => _market.PageOf("p0000").Find(Given.Sym("NVDA"))!;

    [Fact]
    public async Task ReadAsync_AsksTheSecondSource_OnlyAboutDoubtfulSymbols()
    {
        await ReadAsync("14:31", Given.Quote("NVDA", "14:31", 100), Given.Quote("KO", "14:31", 60, 60));
        _world.AskedAgain.ShouldBeEmpty();

        _world.Second.Add(Given.Quote("NVDA", "14:32", 88.5));
        await ReadAsync("14:32", Given.Quote("NVDA", "14:32", 88), Given.Quote("KO", "14:32", 59.9, 60));

        _world.AskedAgain.ShouldBe(["NVDA"]);
        Nvda.LastVerdict.ShouldBe(VerdictReason.JumpConfirmedBySecondSource);
    }

    // -8.1 % and -8.2 % in steps that are no jumps: asked about together, once, and not again when they fall further.
    [Fact]
    public async Task ReadAsync_AsksTheSecondSource_AboutMovesThatBecomeSevere_InOneCall()
    {
        await ReadAsync("14:31", Given.Quote("NVDA", "14:31", 95.5), Given.Quote("KO", "14:31", 57.3, 60));
        await ReadAsync("14:32", Given.Quote("NVDA", "14:32", 92.5), Given.Quote("KO", "14:32", 55.5, 60));
        _world.AskedAgain.ShouldBeEmpty();

        _world.Second.Add(Given.Quote("NVDA", "14:33", 91.8));
        await ReadAsync("14:33", Given.Quote("NVDA", "14:33", 91.9), Given.Quote("KO", "14:33", 55.08, 60));
        await ReadAsync("14:34", Given.Quote("NVDA", "14:34", 91), Given.Quote("KO", "14:34", 55, 60));

        _world.AskedAgain.ShouldBe(["NVDA KO"]);
        (Nvda.Sources, _market.PageOf("p0000").Find(Given.Sym("KO"))!.Sources).ShouldBe((2, 1));
    }

    [Fact]
    public async Task ReadAsync_AsksNobody_WithoutASecondSource()
    {
        _world.IsThere = false;
        await ReadAsync("14:31", Given.Quote("NVDA", "14:31", 95.5));
        await ReadAsync("14:32", Given.Quote("NVDA", "14:32", 91.5));

        _world.AskedAgain.ShouldBeEmpty();
        (Nvda.LastVerdict, Nvda.Sources).ShouldBe((VerdictReason.Accepted, 0));
    }

    // 24 January 2025 was a Friday, the 27th a Monday: a price of the 24th is the close before, one of the 23rd is not.
    [Theory]
    [InlineData("2025-01-24T20:59Z", VerdictReason.Accepted)]
    [InlineData("2025-01-23T20:59Z", VerdictReason.NoPreviousClose)]
    public async Task ReadAsync_TakesOurOwnLastPrice_WhenTheSourceTellsNoClose_AndItIsOfTheSessionBefore(
        string before,
        VerdictReason expected
    )
    {
        await ReadAsync(before, Given.Quote("NVDA", before, 100));

        await ReadAsync("2025-01-27T14:31Z", Given.Quote("NVDA", "2025-01-27T14:31Z", 100.5, previousClose: null));

        (Nvda.LastVerdict, Nvda.PreviousClose).ShouldBe((expected, 100));
    }

    // Friday's quotes cannot be accepted: nobody knows Thursday's close. Its last price is Monday's close before.
    [Fact]
    public async Task ReadAsync_LearnsTheCloses_WhenTheSourceNeverTellsThem()
    {
        await ReadAsync("2025-01-24T20:59Z", Given.Quote("NVDA", "2025-01-24T20:59Z", 99, previousClose: null));
        _world.History.ShouldBeEmpty("the session still runs");
        await ReadAsync("2025-01-24T21:00Z", Given.Quote("NVDA", "2025-01-24T20:59:59Z", 100, previousClose: null));
        Nvda.LastVerdict.ShouldBe(VerdictReason.NoPreviousClose);

        await ReadAsync("2025-01-27T14:31Z", Given.Quote("NVDA", "2025-01-27T14:31Z", 100.5, previousClose: null));

        (Nvda.LastVerdict, Nvda.PreviousClose).ShouldBe((VerdictReason.Accepted, 100));
    }

    // At the close a source that is 15 minutes late shows the price of 15:45 New York; the close shows at 16:15.
    [Fact]
    public async Task ReadAsync_LearnsTheCloses_OfALateSource_WhenItShowsThem()
    {
        _world.DeclaredDelay = TimeSpan.FromMinutes(15);
        await ReadAsync("2025-01-24T21:00Z", Given.Quote("NVDA", "2025-01-24T20:45Z", 99, previousClose: null));
        await ReadAsync("2025-01-24T21:14Z", Given.Quote("NVDA", "2025-01-24T20:59Z", 99.5, previousClose: null));
        _world.History.ShouldBeEmpty("the session still runs for it");

        await ReadAsync("2025-01-24T21:15Z", Given.Quote("NVDA", "2025-01-24T20:59:59Z", 100, previousClose: null));

        _world.History.ShouldBe([(Given.Sym("NVDA"), new DateOnly(2025, 1, 24), 100, 0)]);
    }

    [Fact]
    public async Task ReadAsync_CountsTheLastPricesOfTheSession_WhenTheSourceShowsThemAfterTheClose()
    {
        _world.DeclaredDelay = TimeSpan.FromMinutes(15);
        await ReadAsync("21:14", Given.Quote("NVDA", "20:59", 98));
        await ReadAsync("21:15", Given.Quote("NVDA", "21:00", 97));

        (Nvda.LastVerdict, Nvda.Last, Nvda.QuoteTime).ShouldBe((VerdictReason.Accepted, 97, Given.At("21:00")));
    }

    [Fact]
    public async Task ReadAsync_LooksForHistoryOnce_ASessionAndSymbol()
    {
        await ReadAsync("14:31", Given.Quote("NVDA", "14:31", 100));
        await ReadAsync("14:32", Given.Quote("NVDA", "14:32", 100.1));
        _world.HistoryReads.ShouldBe(["KO", "NVDA"]);

        _world.Catalog = new Catalog([], new Dictionary<Symbol, string>(_world.Catalog.Pages) { [Given.Sym("AMD")] = "p0000" }, version: 1);
        await ReadAsync("14:33");
        await ReadAsync("14:34");
        _world.HistoryReads.ShouldBe(["KO", "NVDA", "AMD"]);

        await ReadAsync("2025-01-28T14:31Z");
        _world.HistoryReads.ShouldBe(["KO", "NVDA", "AMD", "KO", "NVDA", "AMD"]);
    }

    [Fact]
    public async Task ReadAsync_KeepsTheSessionsClose_WhenTheNextSourceTellsNone()
    {
        await ReadAsync("14:31", Given.Quote("NVDA", "14:31", 100, 99));
        await ReadAsync("14:32", Given.Quote("NVDA", "14:32", 100.5, previousClose: null));

        (Nvda.LastVerdict, Nvda.PreviousClose).ShouldBe((VerdictReason.Accepted, 99));
    }

    [Fact]
    public async Task ReadAsync_KeepsTheDelayOfTheSource_AndWhileItIsDownTheOneBefore()
    {
        _world.DeclaredDelay = TimeSpan.FromMinutes(15);
        await ReadAsync("14:46", Given.Quote("NVDA", "14:31", 100));
        _world.DeclaredDelay = TimeSpan.Zero;
        await ReadAsync("14:47");

        (Nvda.LastVerdict, _market.PageOf("p0000").DeclaredDelay).ShouldBe((VerdictReason.Accepted, TimeSpan.FromMinutes(15)));
    }

    [Fact]
    public async Task ReadAsync_TakesAListingEventOnce()
    {
        await WantAsync(MetricId.Halted, Direction.Up, 10_000);
        await ReadAsync("14:31", Given.Quote("NVDA", "14:31", 100));
        _world.Announced.Add(new ListingEvent(Given.Sym("NVDA"), Given.At("14:31:30"), ListingEventKind.Halt, "T1", 1));

        await ReadAsync("14:32");
        await ReadAsync("14:33");

        _world.AskedListings.ShouldBe([
            (Given.Utc("2025-01-26T14:31Z"), Given.At("14:31")),
            (Given.Utc("2025-01-26T14:32Z"), Given.At("14:32")),
            (Given.At("14:31:30"), Given.At("14:33")),
        ]);
        var message = _world.Published.ShouldHaveSingleItem();
        MessageCodec.Read<MarketEvents>(message.Content).Body.Events.ShouldHaveSingleItem().MarketTime.ShouldBe(Given.At("14:31:30"));
        Nvda.Halted.ShouldBeTrue();
    }

    // The page was read at 14:31, took the split at 14:32, and nobody rescaled the rules for five minutes.
    [Fact]
    public async Task ReadAsync_AsksForTheRulesToBeRescaled_UntilSomebodyDoes()
    {
        await ReadAsync("14:31", Given.Quote("NVDA", "14:31", 100));
        _world.Announced.Add(new ListingEvent(Given.Sym("NVDA"), Given.At("14:31:30"), ListingEventKind.Split, "", 10));
        await ReadAsync("14:32");
        await ReadAsync("14:33");
        await ReadAsync("14:36:59");
        _world.Published.ShouldHaveSingleItem();

        await ReadAsync("14:38");

        _world
            .Published.Select(message => (message.Queue, message.Id))
            .ShouldBe([("splits", "p0000.NVDA.20250127T143200"), ("splits", "p0000.NVDA.20250127T143659")]);
        MessageCodec
            .Read<RescaleRequest>(_world.Published[0].Content)
            .Body.ShouldBe(new RescaleRequest("p0000", Symbol.Parse("NVDA"), Given.Day, Given.At("14:32")));
        var page = (await _market.LoadPageAsync("p0000", Token))!;
        page.Release(Given.Sym("NVDA"), Given.Day);
        await _market.SavePageAsync(page, [], Token);
        await ReadAsync("14:45");
        _world.Published.Count.ShouldBe(2);
    }

    // The first publisher is down: the write with the split stays, and the next subscriber asks.
    [Fact]
    public async Task ReadAsync_AsksForTheRulesToBeRescaled_AfterACrashBehindTheWrite()
    {
        await ReadAsync("14:31", Given.Quote("NVDA", "14:31", 100));
        _world.Announced.Add(new ListingEvent(Given.Sym("NVDA"), Given.At("14:31:30"), ListingEventKind.Split, "", 10));
        _world.Down = true;
        await Should.ThrowAsync<IOException>(() => ReadAsync("14:32"));
        (_world.Down, _market.PageOf("p0000").Splits.Count).ShouldBe((true, 1));

        _world.Down = false;
        await ReadAsync("14:32");

        _world.Published.ShouldHaveSingleItem().Id.ShouldBe("p0000.NVDA.20250127T143200");
    }

    [Theory]
    [InlineData(7L)]
    [InlineData(null)]
    public async Task ReadAsync_AsksForTheCatalogItWasPlannedFrom(long? version)
    {
        await _poller.ReadAsync(new QuotePage("p0000", Given.At("14:31"), version), Token);

        _world.AskedVersions.ShouldBe([version]);
    }

    [Fact]
    public async Task ReadAsync_PublishesACrossingOnce_AndAPollAlreadyDoneNotAtAll()
    {
        await WantAsync(MetricId.DayMove, Direction.Down, 30_000);
        await ReadAsync("14:31", Given.Quote("NVDA", "14:31", 96.5));
        await ReadAsync("14:31", Given.Quote("NVDA", "14:31", 90));

        var message = _world.Published.ShouldHaveSingleItem();
        message.Id.ShouldBe("p0000.20250127T143100.000");
        MessageCodec.Read<MarketEvents>(message.Content).Body.Events.ShouldHaveSingleItem().To.ShouldBe(35_000);
        Nvda.Last.ShouldBe(96.5);
        _market.PageOf("p0000").Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task OfAsync_MakesTheIndexAnew_OnlyWhenVersionCatalogOrSymbolsChange()
    {
        var levels = new PageLevels(_market);
        var page = new MarketPage("p0000");
        page.Include(Given.Syms("NVDA"));
        var catalog = _world.Catalog;

        var first = await levels.OfAsync(page, catalog, Token);
        (await levels.OfAsync(page, catalog, Token)).ShouldBeSameAs(first);
        _market.LevelLoads.ShouldBe(1);

        page.LevelsVersion++;
        var second = await levels.OfAsync(page, catalog, Token);
        var newer = new Catalog([], catalog.Pages, version: 1);
        var third = await levels.OfAsync(page, newer, Token);
        page.Include(Given.Syms("KO"));
        var fourth = await levels.OfAsync(page, newer, Token);

        new[] { first, second, third, fourth }.Distinct().Count().ShouldBe(4);
        (await levels.OfAsync(page, newer, Token)).ShouldBeSameAs(fourth);
        _market.LevelLoads.ShouldBe(4);
    }

    private async Task WantAsync(MetricId metric, Direction direction, long level)
    {
        var page = new MarketPage("p0000");
        page.Include(_world.Catalog.SymbolsOn("p0000"));
        var wanted = new WantedLevels();
        wanted.Add(Target.OfSymbol(Given.Sym("NVDA")), metric, direction, level);
        (await _market.SaveLevelsAsync(page, wanted, [Target.OfSymbol(Given.Sym("NVDA"))], Token)).ShouldBeTrue();
    }

    private async Task ReadAsync(string poll, params Quote[] quotes)
    {
        _world.Quotes.Clear();
        _world.Quotes.AddRange(quotes);
        _time.SetUtcNow(Given.Instant(poll));
        await _poller.ReadAsync(new QuotePage("p0000", Given.Instant(poll)), Token);
    }
}
