using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class FeedParserTests
{
    [Fact]
    public void Parse_UnderstandsBoth_WhenTheFeedIsNasty()
    {
        var articles = GivenNews.Parse([0xEF, 0xBB, 0xBF, .. GivenNews.Bytes(GivenNews.Nasty)]);

        articles.Select(article => article.Title).ShouldBe(["Nvidia falls 17%", "Nvidia falls 17%"]);
        articles[0].Summary.ShouldBe("Chip shares slide");
        articles[0].Link.ShouldBe(new Uri("https://news.example/a/1?utm_source=rss"));
        articles[0].PublishedAt.ShouldBe(At("2025-01-27T14:31:00Z")); // 9:31 in New York's winter.
        articles[1].PublishedAt.ShouldBeNull();
        articles[0].Id.Length.ShouldBe(32);
        articles[0].Id.ShouldNotBe(articles[1].Id);
    }

    [Fact]
    public void Parse_ReadsItsOwnElements_WhenRssHoldsExtensions()
    {
        var articles = GivenNews.Parse(GivenNews.Rss);

        articles[0]
            .ShouldSatisfyAllConditions(
                article => article.Id.ShouldBe("n-1"),
                article => article.Title.ShouldBe("Fed holds rates"),
                article => article.Summary.ShouldBe("Rates & bonds"),
                article => article.PublishedAt.ShouldBe(At("2025-01-27T14:31:00Z"))
            );
        articles[1].Link.ShouldBe(new Uri("https://news.example/by-guid"));
        articles[1].PublishedAt.ShouldBe(At("2025-01-27T14:31:00Z"));
    }

    [Fact]
    public void Parse_ReadsItems_WhenTheyStandBesideTheChannel()
    {
        var article = GivenNews.Parse(GivenNews.Rdf).ShouldHaveSingleItem();

        (article.Id, article.Title, article.Summary, article.PublishedAt).ShouldBe(
            ("https://old.example/1", "One", "First", At("2025-01-27T14:31:00Z"))
        );
    }

    [Fact]
    public void Parse_ResolvesLinksByBase_WhenAtomSaysOne()
    {
        var article = GivenNews.Parse(GivenNews.Atom).ShouldHaveSingleItem();

        article.Link.ShouldBe(new Uri("https://atom.example/base/posts/7"));
        (article.Id, article.Title, article.Summary).ShouldBe(("urn:7", "Up 5 %", "A B"));
        (article.PublishedAt, article.UpdatedAt).ShouldBe((At("2025-01-27T14:31:00.5Z"), At("2025-01-27T15:00:00Z")));
    }

    [Fact]
    public void Parse_ReadsIssuedAndModified_WhenAtomIsOld()
    {
        var article = GivenNews.Parse(GivenNews.OldAtom).ShouldHaveSingleItem();

        (article.Id, article.Title, article.Summary).ShouldBe(("tag:3", "Old", "Body"));
        (article.PublishedAt, article.UpdatedAt).ShouldBe((At("2025-01-27T14:31:00Z"), At("2025-01-27T14:32:00Z")));
    }

    [Fact]
    public void Parse_GivesTheSameId_WhenOnlyTrackingDiffers()
    {
        string IdOf(string link) => GivenNews.Parse(Item($"<title>T</title><link>{link}</link>")).ShouldHaveSingleItem().Id;

        IdOf("https://www.news.example/a/?utm_source=rss#top").ShouldBe(IdOf("http://news.example/a"));
        IdOf("https://news.example/a").ShouldNotBe(IdOf("https://news.example/a?id=2"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://news.example/a")]
    [InlineData("https://bank.example@evil.example/a")]
    [InlineData("http://")]
    [InlineData("http:///")]
    [InlineData("https://xn--ä/a")]
    public void Parse_GivesNoLink_WhenItCannotBeShown(string link) =>
        GivenNews.Parse(Item($"<title>T</title><link>{link}</link>")).ShouldHaveSingleItem().Link.ShouldBeNull();

    [Fact]
    public void Parse_KnowsNoDate_WhenItLiesFarAhead() =>
        GivenNews
            .Parse(Item("<title>T</title><pubDate>Mon, 01 Jan 2029 00:00:00 GMT</pubDate>"))
            .ShouldHaveSingleItem()
            .PublishedAt.ShouldBeNull();

    [Fact]
    public void Parse_SkipsItems_WhenTheySayNothing() =>
        GivenNews.Parse(Item("<title> </title><guid isPermaLink=\"false\">1</guid>")).ShouldBeEmpty();

    [Fact]
    public void Parse_RepairsReferences_WhenTheyAreHtmlOrBare() =>
        GivenNews
            .Parse(Item("<title>AT&T&nbsp;caf&eacute; &lt;3 <![CDATA[R&D]]></title>"))
            .ShouldHaveSingleItem()
            .Title.ShouldBe("AT&T café <3 R&D");

    [Fact]
    public void Parse_CutsTexts_WhenTheyAreLong()
    {
        var article = GivenNews
            .Parse(Item($"<title>{new string('t', 5_000)}</title><description>{new string('d', 100_000)}</description>"))
            .ShouldHaveSingleItem();

        (article.Title.Length, article.Summary.Length).ShouldBe((Article.LongestTitle, Article.LongestSummary));
        article.Title.ShouldEndWith("t...");
    }

    private static string Item(string fields) => $"<rss><channel><item>{fields}</item></channel></rss>";

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
