using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Azurite;
using MarketAlerts.Testing.Quotes;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableMarketStoreTests
{
    private static readonly Crossing Fall = new(MetricId.DayMove, Direction.Down, 20_000, 124_900);
    private readonly TableMarketStore _store = new(TestStorage.TableSet());
    private readonly string _page = TestStorage.Unique("page");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoadPageAsync_ReturnsNull_WhenItWasNeverSaved() => (await _store.LoadPageAsync(_page, Token)).ShouldBeNull();

    [Fact]
    public async Task SavePageAsync_KeepsEverything_WhenThePageIsNew()
    {
        var page = GivenMarket.Page(_page, "NVDA", "AMD");
        (page.HistoryReadFor, page.HistoryReadRows) = (GivenMarket.Day, 2);
        page.Pending.Add(new PendingCrossing(1, Fall, null));
        page.LateRules.Add(new LateRule(Symbol.Parse("AMD"), MetricId.Gap, Direction.Up, 5, GivenMarket.Day, -7));

        page.Splits.Add(new TakenSplit(new ShareSplit(Symbol.Parse("AMD"), GivenMarket.Day, 1.0 / 30, page.SeenAt), true, page.SeenAt));
        page.Splits.Add(new TakenSplit(new ShareSplit(Symbol.Parse("NVDA"), GivenMarket.Day, 10, page.SeenAt), false, null));

        (await _store.SavePageAsync(page, [], Token)).ShouldBeTrue();

        var stored = await StoredAsync();
        ColumnsText.Of(stored.Columns).ShouldBe(ColumnsText.Of(page.Columns));
        stored.Columns.Symbols.Select(symbol => symbol.Text).ShouldBe(["NVDA", "AMD"]);
        stored.Pending.ShouldBe(page.Pending);
        stored.LateRules.ShouldBe(page.LateRules);
        stored.Splits.ShouldBe(page.Splits);
        stored.Columns.PriceRulesHeld.Values.ToArray().ShouldBe([false, true]);
        (stored.Name, stored.Poll, stored.SeenAt, stored.DeclaredDelay, stored.LevelsVersion).ShouldBe(
            (_page, page.Poll, page.SeenAt, page.DeclaredDelay, 0)
        );
        (stored.HistoryReadFor, stored.HistoryReadRows).ShouldBe((GivenMarket.Day, 2));
        stored.ETag.ShouldBe(page.ETag);
    }

    [Fact]
    public async Task SavePageAsync_Succeeds_WhenTheSamePageIsSavedAgain()
    {
        var page = await SavedAsync();

        (await _store.SavePageAsync(page, [Verdict("NVDA", VerdictReason.Stale)], Token)).ShouldBeTrue();
        (await _store.SavePageAsync(page, [], Token)).ShouldBeTrue();

        page.ETag.ShouldBe((await StoredAsync()).ETag);
    }

    [Theory]
    [InlineData(VerdictReason.Accepted)]
    [InlineData(VerdictReason.Stale)]
    public async Task SavePageAsync_ReturnsFalse_WhenSomebodyElseSavedFirst(VerdictReason reason)
    {
        await SavedAsync();
        var (mine, theirs) = (await StoredAsync(), await StoredAsync());
        theirs.Pending.Add(new PendingCrossing(0, Fall, null));
        (await _store.SavePageAsync(theirs, [], Token)).ShouldBeTrue();

        (await _store.SavePageAsync(mine, [Verdict("NVDA", reason)], Token)).ShouldBeFalse();

        (await StoredAsync()).Pending.Count.ShouldBe(1);
        (await VerdictsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task SavePageAsync_ReturnsFalse_WhenSomebodyElseInsertedFirst()
    {
        await SavedAsync();

        (await _store.SavePageAsync(GivenMarket.Page(_page, "NVDA"), [], Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task SavePageAsync_FitsInTheRow_WhenThePageIsFull()
    {
        var symbols = Enumerable.Range(10_000, PagePlan.SymbolsPerPage).Select(number => $"SYMBOL-{number}").ToArray();

        var page = GivenMarket.Page(_page, symbols);
        (await _store.SavePageAsync(page, [], Token)).ShouldBeTrue();

        ColumnsText.Of((await StoredAsync()).Columns).ShouldBe(ColumnsText.Of(page.Columns));
    }

    [Fact]
    public async Task ReadVerdictsAsync_GivesThemInOrder_WhenSeveralPollsHadSome()
    {
        var page = await SavedAsync();
        page.Poll = GivenMarket.Open.AddMinutes(2);
        await _store.SavePageAsync(page, [Verdict("NVDA", VerdictReason.Stale)], Token);
        page.Poll = GivenMarket.Open.AddMinutes(1);
        await _store.SavePageAsync(page, [Verdict("AMD", VerdictReason.LoneJump), Verdict("MU", VerdictReason.LooksLikeSplit)], Token);

        (await VerdictsAsync()).ShouldBe([
            Verdict("AMD", VerdictReason.LoneJump),
            Verdict("MU", VerdictReason.LooksLikeSplit),
            Verdict("NVDA", VerdictReason.Stale),
        ]);
    }

    [Fact]
    public async Task ReadVerdictsAsync_IsEmpty_WhenNoPollHadAny()
    {
        await SavedAsync();

        (await VerdictsAsync()).ShouldBeEmpty();
    }

    private static Verdict Verdict(string symbol, VerdictReason reason) => new(Symbol.Parse(symbol), GivenMarket.Open, 124.8, reason);

    private async Task<MarketPage> StoredAsync() => (await _store.LoadPageAsync(_page, Token)).ShouldNotBeNull();

    private async Task<MarketPage> SavedAsync()
    {
        var page = GivenMarket.Page(_page, "NVDA", "AMD", "MU");
        (await _store.SavePageAsync(page, [], Token)).ShouldBeTrue();
        return page;
    }

    private async Task<List<Verdict>> VerdictsAsync() => await _store.ReadVerdictsAsync(_page, Token).ToListAsync(Token);
}
