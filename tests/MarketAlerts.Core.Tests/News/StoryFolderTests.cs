using MarketAlerts.Core.News;

namespace MarketAlerts.Core.Tests.News;

public sealed class StoryFolderTests
{
    private static readonly DateTimeOffset Now = Given.At("14:31");

    private readonly List<Story> _known = [];

    [Theory]
    [InlineData("Nvidia shares plunge 17% on DeepSeek fears - Reuters", true)]
    [InlineData("NVIDIA shares plunge 17% on DeepSeek fears", true)]
    [InlineData("DeepSeek fears: Nvidia shares plunge 17%", true)]
    [InlineData("Nvidia shares plunge on DeepSeek", false)] // 4 of the 6 words of both: 0.67.
    [InlineData("Nvidia shares rebound 9% after DeepSeek rout", false)]
    [InlineData("", false)]
    public void Fold_TakesNearlyTheSameHeadline_AsOneStory(string title, bool isSame)
    {
        Fold(ArticleOf("one", "1", "Nvidia shares plunge 17% on DeepSeek fears"));

        Fold(ArticleOf("two", "9", title));

        _known.Count.ShouldBe(isSame ? 1 : 2);
        _known[0].Sources.ShouldBe(isSame ? ["one", "two"] : ["one"]);
    }

    [Fact]
    public void Fold_TakesTheSamePage_WhateverItsHeadlineAndTracking()
    {
        Fold(ArticleOf("one", "1", "Chip stocks slide", "https://www.news.example/a/1?utm_source=rss"));

        Fold(ArticleOf("two", "2", "Markets wrap", "http://news.example/a/1/"));

        _known.ShouldHaveSingleItem().Sources.ShouldBe(["one", "two"]);
    }

    [Fact]
    public void Fold_TellsNothing_WhenAFeedShowsItsItemAgain()
    {
        var article = ArticleOf("one", "1", "Chip stocks slide");
        Fold(article).Count.ShouldBe(1);

        Fold(article).ShouldBeEmpty();
        Fold(article with { Title = "Chip stocks slide further, edited" }).ShouldBeEmpty();
    }

    [Fact]
    public void Fold_BeginsANewStory_WhenTheOldOneIsThreeDaysOld()
    {
        Fold(ArticleOf("one", "1", "Chip stocks slide"));

        StoryFolder.Fold(_known, [ArticleOf("two", "2", "Chip stocks slide")], Now.AddHours(72)).ShouldHaveSingleItem().Sources.Count.ShouldBe(2);
        StoryFolder.Fold(_known, [ArticleOf("three", "3", "Chip stocks slide")], Now.AddHours(72).AddSeconds(1)).ShouldHaveSingleItem().Sources.ShouldBe(["three"]);
    }

    [Fact]
    public void Time_IsNeverInTheFuture_WhateverTheFeedSays()
    {
        Fold(ArticleOf("one", "1", "Early") with { PublishedAt = Now.AddHours(-2) }).ShouldHaveSingleItem().Time.ShouldBe(Now.AddHours(-2));
        Fold(ArticleOf("one", "2", "Bogus") with { PublishedAt = Now.AddHours(5) }).ShouldHaveSingleItem().Time.ShouldBe(Now);
        Fold(ArticleOf("one", "3", "Unknown")).ShouldHaveSingleItem().Time.ShouldBe(Now);
    }

    private IReadOnlyList<Story> Fold(params Article[] articles) => StoryFolder.Fold(_known, articles, Now);

    private static Article ArticleOf(string source, string id, string title, string? link = null) =>
        new(source, id, title, "", link is null ? null : new Uri(link), null, null, []);
}
