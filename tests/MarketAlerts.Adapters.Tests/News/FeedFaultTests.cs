using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class FeedFaultTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Nothing of XML")]
    [InlineData("<html><body>Be right back</body></html>")]
    [InlineData("<!DOCTYPE rss><rss><channel/></rss>")]
    [InlineData("<rss><channel><item><title>a</title></item>")]
    [InlineData("<rss><channel><item><title>a</item></channel></rss>")]
    [InlineData("<rss><channel><item><title>&undeclared;</titel>")]
    public void Parse_IsMalformed_WhenItIsNoFeed(string body) => FaultOf(body).ShouldBe(FetchFault.Malformed);

    [Theory]
    [InlineData(63, true)]
    [InlineData(66, false)]
    public void Parse_StopsAtADepth_WhenTheNestingGoesOn(int depth, bool isRead)
    {
        var body = $"<rss>{string.Concat(Enumerable.Repeat("<a>", depth))}{string.Concat(Enumerable.Repeat("</a>", depth))}</rss>";

        (isRead ? GivenNews.Parse(body).Count : (int)FaultOf(body)).ShouldBe(isRead ? 0 : (int)FetchFault.Malformed);
    }

    [Fact]
    public void Parse_IsTooLarge_WhenThereIsNoEndOfItems()
    {
        const string Item = "<item><title>a</title></item>";
        string Feed(int items) => $"<rss><channel>{string.Concat(Enumerable.Repeat(Item, items))}</channel></rss>";

        GivenNews.Parse(Feed(FeedParser.MostItems)).Count.ShouldBe(FeedParser.MostItems);
        FaultOf(Feed(FeedParser.MostItems + 1)).ShouldBe(FetchFault.TooLarge);
    }

    [Fact]
    public void Parse_IgnoresFields_WhenAnItemHasTooMany() =>
        GivenNews
            .Parse(
                $"<rss><channel><item><title>a</title>{string.Concat(Enumerable.Repeat("<category><b>x</b></category>", 500))}</"
                    + "item><item><title>b</title></item></channel></rss>"
            )
            .Select(article => article.Title)
            .ShouldBe(["a", "b"]);

    [Fact]
    public void Parse_IsMalformed_WhenATagHasTooManyAttributes() =>
        FaultOf($"<rss {string.Concat(Enumerable.Range(0, 20_000).Select(at => $"a{at}='>' "))}></rss>").ShouldBe(FetchFault.Malformed);

    [Fact]
    public void Parse_ReadsTheFeed_WhenOnlyTextsAreLong()
    {
        var (text, body) = (
            new string('x', 200_000),
            "<rss><!--'{0}--><channel><?p \"{0}?><item><title>it's</title><description><![CDATA[<a "
                + "{0}]]></description></item></channel></rss>"
        );

        GivenNews.Parse(body.Replace("{0}", text, StringComparison.Ordinal)).ShouldHaveSingleItem().Title.ShouldBe("it's");
    }

    [Fact]
    public void Parse_IsTooLarge_WhenTheBodyIs() =>
        Should.Throw<FetchException>(() => GivenNews.Parse(new byte[FeedXml.MostBytes + 1])).Fault.ShouldBe(FetchFault.TooLarge);

    [Fact]
    public void Parse_SaysWhere_WhenItIsNoXml() =>
        Should
            .Throw<FetchException>(() => GivenNews.Parse("<rss>\n<channel></rss>"))
            .Message.ShouldStartWith("wire is no XML that is read, line 2: ");

    private static FetchFault FaultOf(string body) => Should.Throw<FetchException>(() => GivenNews.Parse(body)).Fault;
}
