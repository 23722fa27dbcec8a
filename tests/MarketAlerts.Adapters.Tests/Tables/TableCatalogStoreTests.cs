using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

[Collection("Catalog")]
public sealed class TableCatalogStoreTests
{
    private readonly TableCatalogStore _store = new(TestStorage.TableSet());
    private readonly string _name = TestStorage.Unique("basket");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveAsync_KeepsBasketsAndPages_WhenTheyAreReadBack()
    {
        var members = Enumerable.Range(100, 150).Select(number => Symbol.Parse($"T-CAT-{number}")).ToArray();
        var wide = new Basket($"{_name}-wide", members, null);
        await _store.SaveAsync(
            new Catalog([new Basket(_name, members[..3], wide.Name), wide], members.ToDictionary(symbol => symbol, _ => "t-catalog")),
            Token
        );

        var stored = await _store.LoadAsync(Token);

        stored.Baskets[_name].Members.ShouldBe(members[..3]);
        (stored.Baskets[_name].Within, stored.Baskets[wide.Name].Within).ShouldBe((wide.Name, null));
        stored.Baskets[wide.Name].Members.ShouldBe(members);
        stored.SymbolsOn("t-catalog").ShouldBe(members);
    }

    [Fact]
    public async Task SaveAsync_KeepsTheBenchmark_WhenABasketHasOne()
    {
        var basket = new Basket(_name, [Symbol.Parse("T-CAT-900")], null, Symbol.Parse("T-CAT-SPY"));
        await _store.SaveAsync(
            new Catalog([basket, basket with { Name = $"{_name}-none", Benchmark = null }], new Dictionary<Symbol, string>()),
            Token
        );

        var stored = await _store.LoadAsync(Token);

        (stored.Baskets[_name].Benchmark, stored.Baskets[$"{_name}-none"].Benchmark).ShouldBe((Symbol.Parse("T-CAT-SPY"), null));
    }

    [Fact]
    public async Task SaveAsync_KeepsFeedsNewsAndNames_WhenTheyAreReadBack()
    {
        var feeds = new[]
        {
            new Feed(_name, FeedKind.Rss, new Uri("https://news.example/rss?a=b"), 5),
            new Feed($"{_name}-e", FeedKind.Edgar, null),
        };
        var news = new NewsCondition(Symbol.Parse("T-CAT-1"), $"phrase {_name}");
        Alias[] names =
        [
            new($"Name {_name} / # ?", Symbol.Parse("T-CAT-1"), AliasForm.Exact),
            new($"Name {_name} / # ?", Symbol.Parse("T-CAT-1"), AliasForm.Name),
        ];

        await _store.SaveAsync(
            new Catalog([], new Dictionary<Symbol, string>())
            {
                Feeds = feeds.ToDictionary(feed => feed.Name),
                News = new Dictionary<Target, NewsCondition> { [news.Target] = news },
                Aliases = names,
            },
            Token
        );

        var stored = await _store.LoadAsync(Token);
        feeds.ShouldAllBe(feed => stored.Feeds[feed.Name] == feed);
        stored.News[news.Target].ShouldBe(news);
        names.ShouldBeSubsetOf(stored.Aliases);
    }

    [Fact]
    public async Task LoadAsync_GivesNoBenchmark_WhenTheRowIsOlderThanTheColumn()
    {
        var row = new TableEntity("basket", _name) { ["members"] = "T-CAT-100 T-CAT-101" };
        await (await TestStorage.TableSet().Catalog).AddEntityAsync(row, Token);

        var basket = (await _store.LoadAsync(Token)).Baskets[_name];

        (basket.Members.Count, basket.Within, basket.Benchmark).ShouldBe((2, null, null));
    }

    [Fact]
    public async Task SaveAsync_RemovesNothing_WhenAnotherCatalogIsSaved()
    {
        await _store.SaveAsync(
            new Catalog([new Basket(_name, [Symbol.Parse("T-CAT-100")], null)], new Dictionary<Symbol, string>()),
            Token
        );
        await _store.SaveAsync(Catalog.Empty, Token);

        (await _store.LoadAsync(Token)).Baskets.ShouldContainKey(_name);
    }
}
