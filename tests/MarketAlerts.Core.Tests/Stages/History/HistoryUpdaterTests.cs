using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.History;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.History;

/// <summary>
/// Monday 27 January 2025. The 21 sessions before it run from 24 December to 24 January, without Christmas, New Year's Day and the 20th;
/// rules alone do not know of the day of mourning on the 9th.
/// </summary>
public sealed class HistoryUpdaterTests
{
    private static readonly DateOnly Friday = new(2025, 1, 24);

    private readonly FakeTimeProvider _time = new(Given.At("14:40"));
    private readonly FakeWorld _world = new();
    private readonly RememberedMarket _market = new();
    private readonly GivenDailyHistory _source = new();
    private readonly MarketClock _clock;
    private HistoryUpdater _updater;

    public HistoryUpdaterTests()
    {
        _clock = new MarketClock(_time, Given.Calendar);
        _updater = Start();
        Watch("KO NVDA");
    }

    [Fact]
    public async Task KeepAsync_FillsTheLast21Sessions_AndThenReadsAndAsksNothing()
    {
        (await KeepAsync()).ShouldBe(2);

        var nvda = _world.History.Where(day => day.Symbol == Given.Sym("NVDA")).ToArray();
        (nvda.Length, nvda[0].Session, nvda[^1].Session).ShouldBe((21, new DateOnly(2024, 12, 24), Friday));
        var reads = _world.HistoryReads.Count;
        (await KeepAsync()).ShouldBe(0);
        _world.HistoryReads.Count.ShouldBe(reads);
        _source.Asked.ShouldBe(["KO NVDA: 21 to 01-24"]);
    }

    [Fact]
    public async Task KeepAsync_AsksAboutANewSymbolAlone()
    {
        await KeepAsync();
        Watch("KO NVDA AMD");

        (await KeepAsync()).ShouldBe(1);

        _source.Asked.ShouldBe(["KO NVDA: 21 to 01-24", "AMD: 21 to 01-24"]);
    }

    // After hours end at 20:00 in New York, 01:00 UTC; half an hour later prices are settled. The session before is asked for again, to see
    // whether the shares are the same.
    [Fact]
    public async Task KeepAsync_AddsASession_OnceItHasEnded()
    {
        await KeepAsync();
        _time.SetUtcNow(Given.Utc("2025-01-28T01:29:59Z"));
        (await KeepAsync()).ShouldBe(0);

        _time.SetUtcNow(Given.Utc("2025-01-28T01:30Z"));
        (await KeepAsync()).ShouldBe(2);

        _source.Asked.ShouldBe(["KO NVDA: 21 to 01-24", "KO NVDA: 2 to 01-27"]);
        _world.History.Count(day => day.Session == Given.Day).ShouldBe(2);
    }

    [Fact]
    public async Task KeepAsync_AsksForAllAnew_WhenACloseComesBackInOtherShares()
    {
        await KeepAsync();
        _source.Shares = 0.1;
        _time.SetUtcNow(Given.Utc("2025-01-28T01:30Z"));

        (await KeepAsync()).ShouldBe(0, "a mixture of shares is never saved");
        (await KeepAsync()).ShouldBe(2);

        _source.Asked.ShouldBe(["KO NVDA: 21 to 01-24", "KO NVDA: 2 to 01-27", "KO NVDA: 21 to 01-27"]);
        _world.History.Where(day => day.Session > new DateOnly(2024, 12, 24)).ShouldAllBe(day => day.Close < 11);
    }

    [Fact]
    public async Task KeepAsync_AsksAboutAnUnknownSymbol_TwiceADay()
    {
        Watch("NONE");
        await KeepAsync();
        _time.Advance(TimeSpan.FromHours(11.9));
        await KeepAsync();
        _source.Asked.Count.ShouldBe(1);

        _time.Advance(TimeSpan.FromHours(0.1));
        await KeepAsync();

        _source.Asked.Count.ShouldBe(2);
        _world.History.ShouldBeEmpty();
    }

    [Fact]
    public async Task KeepAsync_AsksEveryHour_ForASessionThatIsNotToldYet()
    {
        _source.NotYet = Friday;
        (await KeepAsync()).ShouldBe(2);
        _time.Advance(TimeSpan.FromMinutes(59));
        await KeepAsync();
        _source.Asked.Count.ShouldBe(1);

        _source.NotYet = DateOnly.MaxValue;
        _time.Advance(TimeSpan.FromMinutes(1));
        (await KeepAsync()).ShouldBe(2);

        _source.Asked.ShouldBe(["KO NVDA: 21 to 01-24", "KO NVDA: 2 to 01-24"]);
        _world.History.Count(day => day.Session == Friday).ShouldBe(2);
    }

    [Fact]
    public async Task KeepAsync_GoesOnWithTheSymbolsLeftOut_AtTheNextLook()
    {
        _source.Down.Add("NVDA");
        (await KeepAsync()).ShouldBe(1);
        _source.Down.Clear();

        (await KeepAsync()).ShouldBe(1);

        _source.Asked.ShouldBe(["KO NVDA: 21 to 01-24", "NVDA: 21 to 01-24"]);
    }

    [Fact]
    public async Task KeepAsync_AsksForAll_WhereTheHistoryHasAHole_AndForTheRestWhereItEndsEarly()
    {
        await KeepAsync();
        _world.History.RemoveAll(day => day.Symbol == Given.Sym("KO") && day.Session == new DateOnly(2025, 1, 10));
        _world.History.RemoveAll(day => day.Symbol == Given.Sym("NVDA") && day.Session > new DateOnly(2025, 1, 22));
        _updater = Start();

        (await KeepAsync()).ShouldBe(2);

        _source.Asked.Skip(1).ShouldBe(["KO: 21 to 01-24", "NVDA: 3 to 01-24"]);
        _world.History.Count.ShouldBe(42);
    }

    [Fact]
    public async Task KeepAsync_DoesNothing_WithoutASource()
    {
        _source.IsThere = false;

        (await KeepAsync()).ShouldBe(0);

        (_world.HistoryReads.Count, _source.Asked.Count).ShouldBe((0, 0));
    }

    // Closes of 100 and 102 by turns make a usual day of 2.03184 %.
    [Fact]
    public async Task KeepAsync_GivesARunningPageItsUsualDay()
    {
        PutPage();

        await KeepAsync();

        var nvda = _market.PageOf("p0000").Find(Given.Sym("NVDA"))!;
        nvda.UsualDay!.Value.ShouldBe(2.03184, 0.00001);
        (nvda.Closes.Values.Count, nvda.Closes.NewestSession, _market.Saves).ShouldBe((21, Friday, 1));
        await KeepAsync();
        _market.Saves.ShouldBe(1);
    }

    [Fact]
    public async Task KeepAsync_TriesThePageAgain_WhenAPollSavedItMeanwhile()
    {
        PutPage();
        _market.MeanwhileOnce = PutPage;

        await KeepAsync();

        _market.PageOf("p0000").Find(Given.Sym("NVDA"))!.UsualDay.ShouldNotBeNull();
        _market.Saves.ShouldBe(1);
    }

    // The page knows Friday's close from the quotes; the history that arrives ends on Thursday, with 20 sessions.
    [Fact]
    public async Task KeepAsync_KeepsTheCloseThatThePageKnows_WhereTheSourceIsSlow()
    {
        PutPage();
        _market.PageOf("p0000").Find(Given.Sym("NVDA"))!.RestoreCloses(Friday, [(100, 0)]);
        _source.NotYet = Friday;

        await KeepAsync();

        var nvda = _market.PageOf("p0000").Find(Given.Sym("NVDA"))!;
        (nvda.Closes.Values.Count, nvda.Closes.NewestSession).ShouldBe((21, Friday));
        nvda.UsualDay!.Value.ShouldBe(2.03184, 0.00001);
    }

    [Fact]
    public async Task KeepAsync_CatchesThePagesUp_WhenItStartsWithAWholeHistory()
    {
        await KeepAsync();
        PutPage();
        _updater = Start();

        (await KeepAsync()).ShouldBe(0);

        _market.PageOf("p0000").Find(Given.Sym("KO"))!.UsualDay.ShouldNotBeNull();
    }

    [Fact]
    public async Task KeepAsync_LeavesASymbolAlone_OnTheDayOfItsSplit()
    {
        PutPage();
        var page = _market.PageOf("p0000");
        page.Columns.SplitDay[page.Columns.RowOf(Given.Sym("NVDA"))] = Given.Day.DayNumber;

        await KeepAsync();

        (page.Find(Given.Sym("NVDA"))!.UsualDay, page.Find(Given.Sym("KO"))!.UsualDay is null).ShouldBe((null, false));
    }

    private HistoryUpdater Start() => new(_clock, _world, _world, _market, _source, new CloseBackfill(_world, _clock));

    private Task<int> KeepAsync() => _updater.KeepAsync(TestContext.Current.CancellationToken);

    private void Watch(string symbols) =>
        _world.Catalog = new Catalog([], Given.Syms(symbols).ToDictionary(symbol => symbol, _ => "p0000"));

    /// <summary>A page in the middle of the session that never had any history.</summary>
    private void PutPage() => _market.Put(Given.Page(Given.State("KO", "14:39", 60, 60), Given.State("NVDA", "14:39", 94)));
}
