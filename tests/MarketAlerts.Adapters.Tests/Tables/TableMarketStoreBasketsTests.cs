using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Detection;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableMarketStoreBasketsTests
{
    private readonly TableMarketStore _store = new(TestStorage.TableSet());
    private readonly string _name = TestStorage.Unique("basket");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoadBasketsAsync_KnowsNothingOfIt_WhenItWasNeverSaved() =>
        (await _store.LoadBasketsAsync(Token)).ShouldNotContainKey(_name);

    [Fact]
    public async Task SaveBasketsAsync_KeepsEverythingAndLosesToTheFirst_WhenTwoSave()
    {
        var mine = Basket("a", 20_000);
        mine.Pending = new PendingBasketEvents(GivenMarket.Open, []);
        (await _store.SaveBasketsAsync([mine], Token)).ShouldBeTrue();
        (await _store.SaveBasketsAsync([Basket("a", 0)], Token)).ShouldBeFalse();

        var stored = await StoredAsync("a");
        stored.Extremes.ShouldBe(mine.Extremes);
        (stored.Name, stored.Session, stored.Pending!.LookedAt, stored.ETag).ShouldBe(
            (mine.Name, GivenMarket.Day, GivenMarket.Open, mine.ETag)
        );
        (await _store.SaveBasketsAsync([stored], Token)).ShouldBeTrue();
        (await _store.SaveBasketsAsync([mine], Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task SaveBasketsAsync_SavesAllAndTheirVersions_WhenThereAreAHundred()
    {
        BasketState[] states = [.. Enumerable.Range(0, 100).Select(number => Basket($"{number:D3}", number))];

        (await _store.SaveBasketsAsync(states, Token)).ShouldBeTrue();
        (await _store.SaveBasketsAsync(states, Token)).ShouldBeTrue();

        var stored = await _store.LoadBasketsAsync(Token);
        states.ShouldAllBe(state => stored[state.Name].Extremes.SequenceEqual(state.Extremes) && stored[state.Name].ETag == state.ETag);
    }

    [Fact]
    public async Task SaveBasketsAsync_SavesNone_WhenSomebodyElseSavedOneOfThem()
    {
        await _store.SaveBasketsAsync([Basket("a", 1), Basket("b", 1)], Token);
        var (first, second, theirs) = (await StoredAsync("a"), await StoredAsync("b"), await StoredAsync("b"));
        theirs.Extremes[0] = 2;
        (await _store.SaveBasketsAsync([theirs], Token)).ShouldBeTrue();
        (first.Extremes[0], second.Extremes[0]) = (3, 3);
        var before = first.ETag;

        (await _store.SaveBasketsAsync([first, second], Token)).ShouldBeFalse();

        ((await StoredAsync("a")).Extremes[0], (await StoredAsync("b")).Extremes[0]).ShouldBe((0, 2));
        first.ETag.ShouldBe(before);
        (await _store.SaveBasketsAsync([first], Token)).ShouldBeTrue();
    }

    private BasketState Basket(string which, long tierUp)
    {
        var state = new BasketState($"{_name}-{which}") { Session = GivenMarket.Day };
        state.Extremes[5] = tierUp;
        return state;
    }

    private async Task<BasketState> StoredAsync(string which) => (await _store.LoadBasketsAsync(Token))[$"{_name}-{which}"];
}
