using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News.Alpaca;
using MarketAlerts.Adapters.News.Finnhub;
using MarketAlerts.Adapters.News.Massive;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class JsonNewsParserTests
{
    private static readonly DateTimeOffset Morning = new(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);

    [Fact]
    public void Alpaca_IsUnderstood_WhenItsElementsAreWholeOrEmpty()
    {
        var article = AlpacaNewsParser.Parse("alpaca", GivenNews.Bytes(GivenNews.Alpaca), GivenNews.Now).ShouldHaveSingleItem();

        (article.Id, article.Title, article.Summary).ShouldBe(("43210001", "Nvidia Shares Are Trading Lower; Here's Why", "DeepSeek & co"));
        (article.PublishedAt, article.UpdatedAt).ShouldBe((Morning, Morning.AddSeconds(241)));
        article.Link.ShouldBe(new Uri("https://www.benzinga.com/news/43210001"));
        SymbolsOf(article).ShouldBe(["NVDA", "AMD"]);
    }

    [Fact]
    public void Finnhub_IsUnderstood_WhenItsElementsAreWholeOrEmpty()
    {
        var articles = FinnhubNewsParser.Parse("finnhub", GivenNews.Bytes(GivenNews.Finnhub), GivenNews.Now);

        (articles[0].Id, articles[0].Title, articles[0].Summary, articles[0].PublishedAt).ShouldBe(
            ("131500001", "Nvidia slides", "Chips", Morning)
        );
        SymbolsOf(articles[0]).ShouldBe(["NVDA"]);
        articles[1]
            .ShouldSatisfyAllConditions(
                article => article.Id.Length.ShouldBe(32),
                article => article.Link.ShouldBeNull(),
                article => article.PublishedAt.ShouldBeNull(),
                article => article.Symbols.ShouldBeEmpty()
            );
        articles.Count.ShouldBe(2);
    }

    [Fact]
    public void Massive_IsUnderstood_WhenItsElementsAreWhole()
    {
        var article = MassiveNewsParser.Parse("massive", GivenNews.Bytes(GivenNews.Massive), GivenNews.Now).ShouldHaveSingleItem();

        (article.Title, article.Summary, article.PublishedAt).ShouldBe(("Nvidia slides", "Chips", Morning));
        SymbolsOf(article).ShouldBe(["NVDA", "BRK.B"]);
    }

    [Theory]
    [InlineData("""{"error":"You do not have access to this resource."}""", FetchFault.Refused)]
    [InlineData("""{"status":"ERROR","error":"You've exceeded the maximum requests per minute"}""", FetchFault.Busy)]
    [InlineData("""{"message":"API limit reached."}""", FetchFault.Busy)]
    [InlineData("{}", FetchFault.Malformed)]
    [InlineData("null", FetchFault.Malformed)]
    [InlineData("<html>", FetchFault.Malformed)]
    [InlineData("", FetchFault.Malformed)]
    [InlineData("{\"news\":[", FetchFault.Malformed)]
    [InlineData("{\"\\ud800\":1}", FetchFault.Malformed)]
    public void Parse_SaysWhatToDo_WhenThereIsNoList(string body, FetchFault fault)
    {
        Func<string, ReadOnlyMemory<byte>, DateTimeOffset, IReadOnlyList<Article>>[] parsers =
        [
            AlpacaNewsParser.Parse,
            FinnhubNewsParser.Parse,
            MassiveNewsParser.Parse,
        ];
        foreach (var parse in parsers)
        {
            Should.Throw<FetchException>(() => parse("news", GivenNews.Bytes(body), GivenNews.Now)).Fault.ShouldBe(fault);
        }
    }

    [Fact]
    public void Parse_IsTooLarge_WhenThereIsNoEndOfItems() =>
        Should
            .Throw<FetchException>(() =>
                FinnhubNewsParser.Parse(
                    "news",
                    GivenNews.Bytes($"[{string.Join(',', Enumerable.Repeat("""{"headline":"a"}""", 2_001))}]"),
                    GivenNews.Now
                )
            )
            .Fault.ShouldBe(FetchFault.TooLarge);

    private static string[] SymbolsOf(Article article) => [.. article.Symbols.Select(symbol => symbol.Text)];
}
