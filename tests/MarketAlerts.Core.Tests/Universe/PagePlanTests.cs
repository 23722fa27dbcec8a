using MarketAlerts.Core.Market;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Universe;

public sealed class PagePlanTests
{
    [Fact]
    public void Assign_PutsTheBenchmarkBesideTheMembers_WhenABasketHasOne()
    {
        Basket[] baskets = [new("a", Numbered("A", 499), null, Given.Sym("SPY")), new("b", Numbered("B", 10), null)];

        PagePlan.Assign(NoPages, baskets, [])[Given.Sym("SPY")].ShouldBe("p0000");
    }

    private static readonly Dictionary<Symbol, string> NoPages = [];

    [Fact]
    public void Assign_FillsPagesBasketByBasket_ThenTheRestInOrder()
    {
        var basket = new Basket("many", Numbered("M", 499), null);

        var pages = PagePlan.Assign(NoPages, [basket], Given.Syms("ZZ AA"));

        basket.Members.ShouldAllBe(member => pages[member] == "p0000");
        (pages[Given.Sym("AA")], pages[Given.Sym("ZZ")]).ShouldBe(("p0000", "p0001"));
        pages.Count.ShouldBe(501);
    }

    [Fact]
    public void Assign_NeverMovesWhoHasAPage()
    {
        var first = PagePlan.Assign(NoPages, [new Basket("a", Numbered("A", 500), null)], Given.Syms("OLD"));
        first[Given.Sym("OLD")].ShouldBe("p0001");

        var second = PagePlan.Assign(first, [new Basket("b", Given.Syms("NEW OLD A0"), null)], Given.Syms("ALSO"));

        first.ShouldAllBe(pair => second[pair.Key] == pair.Value);
        (second[Given.Sym("NEW")], second[Given.Sym("ALSO")]).ShouldBe(("p0001", "p0001"));
    }

    [Fact]
    public void Assign_CountsASymbolOnce_WhenItIsInTwoBaskets()
    {
        var pages = PagePlan.Assign(
            NoPages,
            [new Basket("a", Numbered("A", 300), null), new Basket("b", Numbered("A", 300), null)],
            Numbered("B", 200)
        );

        pages.Values.Distinct().ShouldBe(["p0000"]);
    }

    private static Symbol[] Numbered(string prefix, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number => Given.Sym(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{number}"))),
        ];
}
