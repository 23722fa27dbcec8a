using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;
using MarketAlerts.Testing.Azurite;

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
        page.Pending.Add(new PendingCrossing(1, Fall, null));
        page.LateRules.Add(new LateRule(Symbol.Parse("AMD"), MetricId.Gap, Direction.Up, 5, GivenMarket.Day, -7));

        (await _store.SavePageAsync(page, [], Token)).ShouldBeTrue();

        var stored = await StoredAsync();
        stored.Symbols.Count.ShouldBe(2);
        stored.Symbols[1].ShouldEqual(GivenMarket.Full("AMD"));
        stored.Pending.ShouldBe(page.Pending);
        stored.LateRules.ShouldBe(page.LateRules);
        (stored.Name, stored.Poll, stored.SeenAt, stored.LevelsVersion).ShouldBe((_page, page.Poll, page.SeenAt, 0));
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

        (await _store.SavePageAsync(GivenMarket.Page(_page, symbols), [], Token)).ShouldBeTrue();

        (await StoredAsync()).Symbols[^1].ShouldEqual(GivenMarket.Full(symbols[^1]));
    }

    [Fact]
    public async Task ReadVerdictsAsync_GivesTheNotableInOrder_WhenSeveralPollsHadSome()
    {
        var page = await SavedAsync();
        page.Poll = GivenMarket.Open.AddMinutes(1);
        await _store.SavePageAsync(page, [Verdict("AMD", VerdictReason.LoneJump), Verdict("MU", VerdictReason.NotNewer)], Token);
        page.Poll = GivenMarket.Open.AddMinutes(2);
        await _store.SavePageAsync(page, [Verdict("NVDA", VerdictReason.Stale), Verdict("AMD", VerdictReason.Accepted)], Token);

        (await VerdictsAsync()).ShouldBe([Verdict("AMD", VerdictReason.LoneJump), Verdict("NVDA", VerdictReason.Stale)]);
    }

    [Fact]
    public async Task LoadBasketAsync_IsFresh_WhenItWasNeverSaved()
    {
        var state = await _store.LoadBasketAsync(_page, Token);

        (state.Name, state.Session, state.Pending, state.ETag).ShouldBe((_page, null, null, null));
        state.Extremes.ShouldAllBe(extreme => extreme == 0);
    }

    [Fact]
    public async Task SaveBasketAsync_KeepsEverythingAndLosesToTheFirst_WhenTwoSave()
    {
        var mine = new BasketState(_page) { Session = GivenMarket.Day, Pending = new PendingBasketEvents(GivenMarket.Open, []) };
        mine.Extremes[5] = 20_000;
        (await _store.SaveBasketAsync(mine, Token)).ShouldBeTrue();
        (await _store.SaveBasketAsync(new BasketState(_page), Token)).ShouldBeFalse();

        var stored = await _store.LoadBasketAsync(_page, Token);
        stored.Extremes.ShouldBe(mine.Extremes);
        (stored.Session, stored.Pending!.LookedAt, stored.ETag).ShouldBe((GivenMarket.Day, GivenMarket.Open, mine.ETag));
        (await _store.SaveBasketAsync(stored, Token)).ShouldBeTrue();
        (await _store.SaveBasketAsync(mine, Token)).ShouldBeFalse();
    }

    private static Verdict Verdict(string symbol, VerdictReason reason) =>
        new(Symbol.Parse(symbol), GivenMarket.Open, 124.8, reason is VerdictReason.Accepted ? VerdictKind.Accept : VerdictKind.Reject, reason);

    private async Task<MarketPage> StoredAsync() => (await _store.LoadPageAsync(_page, Token)).ShouldNotBeNull();

    private async Task<MarketPage> SavedAsync()
    {
        var page = GivenMarket.Page(_page, "NVDA", "AMD", "MU");
        (await _store.SavePageAsync(page, [], Token)).ShouldBeTrue();
        return page;
    }

    private async Task<List<Verdict>> VerdictsAsync() => await _store.ReadVerdictsAsync(_page, Token).ToListAsync(Token);
}
