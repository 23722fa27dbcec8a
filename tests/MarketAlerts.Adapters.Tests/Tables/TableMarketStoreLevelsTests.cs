using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableMarketStoreLevelsTests
{
    private readonly TableMarketStore _store = new(TestStorage.TableSet());
    private readonly string _page = TestStorage.Unique("levels");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoadLevelsAsync_IsEmpty_WhenNobodyWantsAny() =>
        (await _store.LoadLevelsAsync((await SavedAsync()).Name, Token)).Targets.ShouldBeEmpty();

    [Fact]
    public async Task SaveLevelsAsync_KeepsLevelsAndVersion_WhenNobodyElseSaved()
    {
        var page = await SavedAsync();
        var levels = new WantedLevels();
        levels.Add(Target.OfSymbol(Symbol.Parse("NVDA")), MetricId.DayMove, Direction.Down, 50_000, 20_000);
        levels.Add(Target.OfSymbol(Symbol.Parse("NVDA")), MetricId.Tier, Direction.Up, 10_000);
        levels.Add(Target.OfSymbol(Symbol.Parse("BRK.B")), MetricId.Price, Direction.Up, 5_000_000);

        (await _store.SaveLevelsAsync(page, levels, [.. levels.Targets], Token)).ShouldBeTrue();

        var stored = (await Other().LoadPageAsync(_page, Token))!;
        (stored.LevelsVersion, stored.ETag).ShouldBe((1, page.ETag));
        Texts(await Other().LoadLevelsAsync(_page, Token)).ShouldBe(Texts(levels));
        Texts(levels).ShouldBe(["s.BRK.B Price Up 5000000", "s.NVDA DayMove Down 20000,50000", "s.NVDA Tier Up 10000"]);
    }

    [Fact]
    public async Task OfAsync_ReadsOnce_WhenTheVersionIsTheSame()
    {
        var (page, levels) = (await SavedAsync(), new PageLevels(_store));
        var before = await levels.OfAsync(page, Catalog.Empty, Token);

        (await levels.OfAsync((await _store.LoadPageAsync(_page, Token))!, Catalog.Empty, Token)).ShouldBeSameAs(before);
    }

    [Fact]
    public async Task OfAsync_ReadsAgain_WhenAnotherInstanceAddedARule()
    {
        var levels = new PageLevels(_store);
        (await levels.OfAsync(await SavedAsync(), Catalog.Empty, Token)).Count.ShouldBe(0);
        await AddAsync(Other(), 50_000);

        var index = await levels.OfAsync((await _store.LoadPageAsync(_page, Token))!, Catalog.Empty, Token);

        index.LevelsOf(0, MetricId.DayMove, Direction.Down).ToArray().ShouldContain(50_000);
    }

    [Fact]
    public async Task SavePageAsync_ReturnsFalse_WhenARuleWasAddedDuringThePoll()
    {
        var inFlight = await SavedAsync();
        await AddAsync(Other(), 50_000);

        (await _store.SavePageAsync(inFlight, [], Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task SaveLevelsAsync_ReturnsFalseAndWritesNothing_WhenAPollSavedFirst()
    {
        await SavedAsync();
        var page = (await _store.LoadPageAsync(_page, Token))!;
        (await Other().SavePageAsync((await Other().LoadPageAsync(_page, Token))!, [], Token)).ShouldBeTrue();
        var levels = new WantedLevels();
        levels.Add(Target.OfSymbol(Symbol.Parse("NVDA")), MetricId.DayMove, Direction.Down, 50_000);

        (await _store.SaveLevelsAsync(page, levels, [.. levels.Targets], Token)).ShouldBeFalse();

        var stored = (await Other().LoadPageAsync(_page, Token))!;
        stored.LevelsVersion.ShouldBe(0);
        (await Other().LoadLevelsAsync(_page, Token)).Targets.ShouldBeEmpty();
    }

    [Fact]
    public async Task SaveLevelsAsync_KeepsAll_WhenTheyTakeSeveralTransactions()
    {
        var levels = new WantedLevels();
        foreach (var number in Enumerable.Range(100, 200))
        {
            levels.Add(Target.OfSymbol(Symbol.Parse($"S{number}")), MetricId.Tier, Direction.Down, 10_000);
        }

        (await _store.SaveLevelsAsync(await SavedAsync(), levels, [.. levels.Targets], Token)).ShouldBeTrue();

        Texts(await Other().LoadLevelsAsync(_page, Token)).ShouldBe(Texts(levels));
    }

    [Fact]
    public async Task SaveBasketLevelsAsync_AddsItsOwn_WhenOthersAreThere()
    {
        var levels = new WantedLevels();
        levels.Add(Target.OfBasket(_page), MetricId.MedianMove, Direction.Down, 50_000);
        await _store.SaveBasketLevelsAsync(levels, [.. levels.Targets], Token);

        var crossing = new Crossing(MetricId.MedianMove, Direction.Down, 49_999, 50_000);
        (await Other().LoadBasketLevelsAsync(Token)).Wants(Target.OfBasket(_page), crossing).ShouldBeTrue();
        (await Other().LoadBasketLevelsAsync(Token)).Wants(Target.OfBasket($"{_page}x"), crossing).ShouldBeFalse();
    }

    private static TableMarketStore Other() => new(TestStorage.TableSet());

    private static string[] Texts(WantedLevels levels) =>
        [
            .. levels
                .Targets.Order()
                .SelectMany(target =>
                    levels
                        .LevelsOf(target)
                        .Select(wanted => $"{target} {wanted.Metric} {wanted.Direction} {string.Join(',', wanted.Levels)}")
                ),
        ];

    private async Task AddAsync(TableMarketStore store, long level)
    {
        var page = (await store.LoadPageAsync(_page, Token))!;
        var levels = await store.LoadLevelsAsync(_page, Token);
        levels.Add(Target.OfSymbol(Symbol.Parse("NVDA")), MetricId.DayMove, Direction.Down, level);
        (await store.SaveLevelsAsync(page, levels, [.. levels.Targets], Token)).ShouldBeTrue();
    }

    private async Task<MarketPage> SavedAsync()
    {
        var page = GivenMarket.Page(_page, "NVDA");
        (await _store.SavePageAsync(page, [], Token)).ShouldBeTrue();
        return page;
    }
}
