using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Universe;

public sealed class CatalogTests
{
    private static readonly Catalog Catalog = Given.Catalog(
        new Basket("tech", Given.Syms("MSFT NVDA AMD ORCL"), null),
        new Basket("chips", Given.Syms("NVDA AMD MU"), "tech")
    );

    [Fact]
    public void PeersOf_AreTheOthersOfTheNarrowestBasket()
    {
        Catalog.PeersOf(Given.Sym("NVDA")).ShouldBe(Given.Syms("AMD MU"));
        Catalog.PeersOf(Given.Sym("MSFT")).ShouldBe(Given.Syms("NVDA AMD ORCL"));
        Catalog.PeersOf(Given.Sym("KO")).ShouldBeEmpty();
    }

    [Fact]
    public void BasketsOf_AreAllThatNameIt()
    {
        Catalog.BasketsOf(Given.Sym("AMD")).Select(basket => basket.Name).ShouldBe(["chips", "tech"]);
        Catalog.BasketsOf(Given.Sym("KO")).ShouldBeEmpty();
    }

    [Fact]
    public void PageNamesAndSymbolsOn_AreInOrder()
    {
        var catalog = new Catalog(
            [],
            new Dictionary<Core.Market.Symbol, string>
            {
                [Given.Sym("NVDA")] = "p0001",
                [Given.Sym("MU")] = "p0000",
                [Given.Sym("AMD")] = "p0001",
            }
        );

        catalog.PageNames.ShouldBe(["p0000", "p0001"]);
        catalog.SymbolsOn("p0001").ShouldBe(Given.Syms("AMD NVDA"));
        catalog.SymbolsOn("p0009").ShouldBeEmpty();
    }

    [Fact]
    public void Vocabulary_HoldsSymbolsAndBaskets()
    {
        Catalog.Vocabulary.Symbols.ShouldBe(Given.Syms("MSFT NVDA AMD ORCL MU"), ignoreOrder: true);
        Catalog.Vocabulary.Baskets.ShouldBe(["chips", "tech"], ignoreOrder: true);
        Catalog.Vocabulary.ShouldBeSameAs(Catalog.Vocabulary);
    }
}
