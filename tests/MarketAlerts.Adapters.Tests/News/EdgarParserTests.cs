using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News.Edgar;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class EdgarParserTests
{
    private static readonly CikTable Companies = CikTable.Parse(GivenNews.Bytes(GivenNews.Companies));

    [Fact]
    public void Parse_FoldsTheParties_WhenAFilingStandsThereTwice()
    {
        var filing = Parse("8-K").ShouldHaveSingleItem();

        filing.Id.ShouldBe("urn:tag:sec.gov,2008:accession-number=0001045810-25-000001");
        filing.Title.ShouldBe("8-K - NVIDIA Corporation (0001045810) (Filer)");
        filing.Summary.ShouldBe("Filed: 2025-01-27 AccNo: 0001045810-25-000001 Size: 200 KB");
        filing.PublishedAt.ShouldBe(new DateTimeOffset(2025, 1, 27, 21, 31, 2, TimeSpan.Zero));
        filing.Symbols.Select(symbol => symbol.Text).ShouldBe(["NVDA", "BRK.B", "BRK.A"]);
    }

    [Fact]
    public void Parse_TakesTheFormsExactly_WhenTheyBeginAlike()
    {
        Parse("8-K/A").ShouldHaveSingleItem().Id.ShouldBe("urn:3");
        Parse("8").ShouldBeEmpty();
    }

    [Fact]
    public void SymbolsOf_KnowsTheTickers_WhenTheirRowsAreWhole()
    {
        Companies.Count.ShouldBe(3);
        Companies.SymbolsOf(19617).ShouldHaveSingleItem().Text.ShouldBe("JPM-PC");
        Companies.SymbolsOf(1).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("")]
    public void CikTable_IsRefused_WhenItIsAnotherFile(string body) =>
        Should.Throw<FetchException>(() => CikTable.Parse(GivenNews.Bytes(body))).Fault.ShouldBe(FetchFault.Malformed);

    private static IReadOnlyList<Core.News.Article> Parse(params string[] forms) =>
        EdgarParser.Parse("edgar", GivenNews.Answer(GivenNews.Bytes(GivenNews.Edgar)), forms, Companies, GivenNews.Now);
}
