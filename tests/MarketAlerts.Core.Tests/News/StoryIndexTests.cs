using MarketAlerts.Core.News;

namespace MarketAlerts.Core.Tests.News;

public sealed class StoryIndexTests
{
    private static readonly DateTimeOffset Now = Given.At("14:31");

    private readonly StoryIndex _index = new(GivenNews.Tagger(), []);
    private readonly Dictionary<string, Story> _known = [];

    [Theory]
    [InlineData("Nvidia shares plunge 17% on DeepSeek fears - Reuters", true)]
    [InlineData("NVIDIA shares plunge 17% on DeepSeek fears", true)]
    [InlineData("DeepSeek fears: Nvidia shares plunge 17%", true)]
    [InlineData("Nvidia shares plunge on DeepSeek", false)] // 4 of the 6 words of both: 0.67.
    [InlineData("Nvidia shares rebound 9% after DeepSeek rout", false)]
    [InlineData("", false)]
    public void Take_TakesNearlyTheSameHeadline_AsOneStory(string title, bool isSame)
    {
        Fold(ArticleOf("one", "1", "Nvidia shares plunge 17% on DeepSeek fears"));

        Fold(ArticleOf("two", "9", title));

        _known.Count.ShouldBe(isSame ? 1 : 2);
        _known.Values.First().Sources.ShouldBe(isSame ? ["one", "two"] : ["one"]);
    }

    [Fact]
    public void Take_TakesTheSamePage_WhateverItsHeadlineAndTracking()
    {
        Fold(ArticleOf("one", "1", "Chip stocks slide", "https://www.news.example/a/1?utm_source=rss"));

        Fold(ArticleOf("two", "2", "Markets wrap", "http://news.example/a/1/"));

        _known.Values.ShouldHaveSingleItem().Sources.ShouldBe(["one", "two"]);
    }

    [Fact]
    public void Take_ChangesNothing_WhenAFeedShowsItsItemAgain()
    {
        var article = ArticleOf("one", "1", "Chip stocks slide");

        Fold(article).ShouldHaveSingleItem();
        Fold(article).ShouldBeEmpty();
        Fold(article with { Summary = "Edited." }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Chip stocks slide further", StoryStatus.Updated)]
    [InlineData("CORRECTED-Chip stocks slide", StoryStatus.Corrected)]
    [InlineData("Correction: chip stocks rise", StoryStatus.Corrected)]
    [InlineData("Chip stocks slide (Correct)", StoryStatus.Corrected)]
    [InlineData("RETRACTED: Chip stocks slide", StoryStatus.Retracted)]
    [InlineData("WITHDRAWN-Chip stocks slide", StoryStatus.Retracted)]
    [InlineData("Chip stocks slide [Withdrawn]", StoryStatus.Retracted)]
    public void Take_SaysWhatBecameOfAStory_WhenItsOwnFeedChangesTheHeadline(string title, StoryStatus status)
    {
        var published = Now.AddHours(-1);
        Fold(ArticleOf("one", "1", "Chip stocks slide") with { PublishedAt = published });

        var changed = _index.Take(ArticleOf("one", "1", title) with { PublishedAt = Now.AddMinutes(4) }, Now.AddMinutes(5)).Story;

        (changed.Status, changed.ChangedAt, changed.First.Title).ShouldBe((status, Now.AddMinutes(5), title));
        (changed.Time, changed.SeenAt).ShouldBe((published, Now));
    }

    [Fact]
    public void Take_KeepsTheHeadline_WhenAnotherFeedWritesItOtherwise()
    {
        Fold(ArticleOf("one", "1", "Chip stocks slide", "https://news.example/a"));

        var story = _index.Take(ArticleOf("two", "1", "Chips fall", "https://news.example/a"), Now).Story;

        (story.First.Title, story.Status, story.Sources.Count).ShouldBe(("Chip stocks slide", StoryStatus.AsPublished, 2));
    }

    [Fact]
    public void Take_GivesTheSameStoryTheSameId_WhoeverTakesIt()
    {
        var article = ArticleOf("one", "1", "Chip stocks slide");

        var other = new StoryIndex(GivenNews.Tagger(), []).Take(article, Now.AddHours(1)).Story;

        _index.Take(article, Now).Story.Id.ShouldBe(other.Id);
        _index.Take(article with { Id = "2", Title = "Another thing" }, Now).Story.Id.ShouldNotBe(other.Id);
    }

    [Fact]
    public void Take_BeginsANewStory_WhenTheOldOneIsThreeDaysOld()
    {
        Fold(ArticleOf("one", "1", "Chip stocks slide"));

        _index.Take(ArticleOf("two", "2", "Chip stocks slide"), Now.AddHours(72)).Story.Sources.Count.ShouldBe(2);
        _index.Take(ArticleOf("three", "3", "Chip stocks slide"), Now.AddHours(72).AddSeconds(1)).Story.Sources.ShouldBe(["three"]);
    }

    // An edit often says nothing of what the story was about: it stays where it was.
    [Fact]
    public void Take_KeepsWhatAStoryWasAbout_WhenItIsWithdrawn()
    {
        Fold(ArticleOf("one", "1", "Nvidia halts shipments over DeepSeek"));

        var withdrawn = _index.Take(ArticleOf("one", "1", "WITHDRAWN: this story has been removed"), Now).Story;

        (withdrawn.Status, withdrawn.Targets.Count).ShouldBe((StoryStatus.Retracted, 2));
    }

    [Theory]
    [InlineData("CORRECTED-Chip stocks slide", StoryStatus.Corrected)]
    [InlineData("Chip stocks slide", StoryStatus.AsPublished)]
    public void Take_SaysWhatAStoryIs_WhenItIsFirstSeenSo(string title, StoryStatus status) =>
        Fold(ArticleOf("one", "1", title)).ShouldHaveSingleItem().Status.ShouldBe(status);

    // Filings are all called alike.
    [Fact]
    public void Take_KeepsTwoItemsOfOneFeedApart_HoweverAlikeTheyAreCalled()
    {
        Fold(ArticleOf("edgar", "1", "8-K - NVIDIA CORP (Filer)", "https://sec.example/1"));
        Fold(ArticleOf("edgar", "2", "8-K - NVIDIA CORP (Filer)", "https://sec.example/2"));

        _known.Count.ShouldBe(2);
    }

    [Fact]
    public void Take_RecognisesTheItemOfASecondFeed_WhateverThatMakesOfItsHeadline()
    {
        Fold(ArticleOf("one", "1", "Nvidia shares plunge 17%"), ArticleOf("two", "9", "Nvidia shares plunge 17%"));

        var later = new StoryIndex(GivenNews.Tagger(), _known.Values).Take(
            ArticleOf("two", "9", "Wall Street has its worst day"),
            Now.AddMinutes(30)
        );

        (later.Change, later.Story.First.Title, _known.Count).ShouldBe((StoryChange.None, "Nvidia shares plunge 17%", 1));
    }

    // Another instance added a carrier and then saw the retraction; this one adds a third carrier.
    [Fact]
    public void Learn_UnitesCarriersAndKeepsTheLaterChange_WhateverTheOrder()
    {
        var here = Fold(ArticleOf("one", "1", "Nvidia shares plunge 17%")).Single();
        var there = here with
        {
            Sources = ["one", "two"],
            Status = StoryStatus.Retracted,
            ChangedAt = Now.AddMinutes(5),
            First = here.First with { Title = "RETRACTED: Nvidia" },
        };

        _index.Learn(there);
        _index.Learn(here);
        var story = _index
            .Take(ArticleOf("three", "5", "Nvidia shares plunge 17%", null) with { Title = "RETRACTED: Nvidia" }, Now.AddMinutes(9))
            .Story;

        (story.Status, story.First.Title).ShouldBe((StoryStatus.Retracted, "RETRACTED: Nvidia"));
        story.Sources.ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public void Forget_LeavesNothingBehind()
    {
        Fold(ArticleOf("one", "1", "Chip stocks slide", "https://news.example/a"));

        _index.Forget(Now.AddSeconds(1));

        _index.Take(ArticleOf("two", "2", "Chip stocks slide", "https://news.example/a"), Now).Change.ShouldBe(StoryChange.Added);
    }

    [Fact]
    public void Take_FoldsTenThousandHeadlines_WithoutComparingEachWithEach()
    {
        for (var number = 0; number < 10_000; number++)
        {
            _index.Take(ArticleOf("one", $"{number}", $"alpha{number} beta{number} gamma{number}"), Now);
        }

        _index.Take(ArticleOf("two", "x", "alpha7 beta7 gamma7"), Now).Story.Sources.ShouldBe(["one", "two"]);
    }

    [Fact]
    public void Time_IsNeverInTheFuture_WhateverTheFeedSays()
    {
        Fold(ArticleOf("one", "1", "Early") with { PublishedAt = Now.AddHours(-2) }).ShouldHaveSingleItem().Time.ShouldBe(Now.AddHours(-2));
        Fold(ArticleOf("one", "2", "Bogus") with { PublishedAt = Now.AddHours(5) }).ShouldHaveSingleItem().Time.ShouldBe(Now);
        Fold(ArticleOf("one", "3", "Unknown")).ShouldHaveSingleItem().Time.ShouldBe(Now);
    }

    /// <summary>Takes articles in; the stories that are new or changed.</summary>
    private List<Story> Fold(params Article[] articles)
    {
        var changed = new List<Story>();
        foreach (var (story, change) in articles.Select(article => _index.Take(article, Now)))
        {
            _known[story.Id] = story;
            changed.AddRange(change is StoryChange.None ? [] : [story]);
        }

        return changed;
    }

    private static Article ArticleOf(string source, string id, string title, string? link = null) =>
        new(source, id, title, "", link is null ? null : new Uri(link), null, null, []);
}
