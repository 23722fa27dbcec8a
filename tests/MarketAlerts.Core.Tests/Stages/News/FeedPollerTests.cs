using MarketAlerts.Core.News;
using MarketAlerts.Core.Tests.News;

namespace MarketAlerts.Core.Tests.Stages.News;

public sealed class FeedPollerTests
{
    private readonly NewsWorld _news = new();

    public static MatrixTheoryData<int, bool> Crashes => new([0, 1, 2, 3, 4, 5, 6, 7], [false, true]);

    [Fact]
    public async Task ReadAsync_AlertsNobody_WhenAFeedIsReadForTheFirstTime()
    {
        _news.Feed = [GivenNews.Article("Nvidia falls", "14:39")];

        await _news.ReadAsync();

        _news.Stories.ShouldHaveSingleItem();
        _news.Published.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadAsync_PublishesOnce_WhenSomethingNewStandsInTheFeed()
    {
        await BaselineAsync();
        _news.Feed = [GivenNews.Article("Nvidia falls on DeepSeek", "14:39")];

        await _news.ReadAsync();
        await _news.ReadAsync();

        _news.Events.ShouldBe(["NVDA Mentions 10000", "\"DeepSeek\" Mentions 10000"]);
        _news.Published.Count.ShouldBe(2);
    }

    [Fact]
    public async Task ReadAsync_KeepsAStory_ThatNobodyAskedFor()
    {
        await BaselineAsync();
        _news.Feed = [GivenNews.Article("AMD falls", "14:39")];

        await _news.ReadAsync();

        _news.Stories.ShouldHaveSingleItem().Targets.ShouldHaveSingleItem().Name.ShouldBe("AMD");
        _news.Published.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadAsync_CountsOneStory_WhenTwoFeedsCarryIt()
    {
        await BaselineAsync();
        _news.Feed = [GivenNews.Article("Nvidia falls", "14:39"), GivenNews.Article("Nvidia falls", "14:40", source: "other")];

        await _news.ReadAsync();

        _news.Stories.ShouldHaveSingleItem().Sources.ShouldBe(["wire", "other"]);
        _news.Events.ShouldBe(["NVDA Mentions 10000"]);
    }

    [Fact]
    public async Task ReadAsync_ChangesTheStoryAndAlertsNobody_WhenAHeadlineIsEdited()
    {
        await BaselineAsync();
        _news.Feed = [GivenNews.Article("Nvidia falls", "14:39", id: "1")];
        await _news.ReadAsync();
        _news.Feed = [GivenNews.Article("RETRACTED: Nvidia falls", "14:39", id: "1")];

        await _news.ReadAsync();

        _news.Stories.ShouldHaveSingleItem().Status.ShouldBe(StoryStatus.Retracted);
        _news.Published.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_IsNoBaseline_WhenTheFirstPollGaveNoAnswer()
    {
        _news.Feed = null;
        await _news.ReadAsync();
        _news.Feed = [GivenNews.Article("Nvidia falls", "14:39")];

        await _news.ReadAsync();

        _news.Published.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadAsync_LeavesAFeedAlone_ThatIsNoLongerPolled()
    {
        _news.Catalog = Given.Catalog();
        _news.Feed = [GivenNews.Article("Nvidia falls", "14:39")];

        await _news.ReadAsync();

        _news.Stories.ShouldBeEmpty();
    }

    // Writes: stories, NVDA's count, publication, NVDA cleared, DeepSeek's count, publication, cleared, the feed. A crash after each, then
    // the message comes again.
    [Theory]
    [MemberData(nameof(Crashes))]
    public async Task ReadAsync_TellsEverythingOnce_WhateverWriteItCrashesAfter(int writes, bool restarts)
    {
        await BaselineAsync();
        _news.Feed = [GivenNews.Article("Nvidia falls on DeepSeek", "14:39")];
        _news.WritesBeforeCrash = writes;
        await Should.ThrowAsync<InvalidOperationException>(_news.ReadAsync);

        _news.WritesBeforeCrash = int.MaxValue;
        if (restarts)
        {
            _news.Restart();
        }

        _news.Time.Advance(TimeSpan.FromSeconds(30));
        await _news.ReadAsync();

        _news.Events.Order().ShouldBe(["\"DeepSeek\" Mentions 10000", "NVDA Mentions 10000"]);
        _news.Published.Select(message => message.Id).Distinct().Count().ShouldBe(2); // Published again under the same id.
    }

    // Two looks within a second must not share a message id: what repeats an id is dropped as a duplicate.
    [Fact]
    public async Task ReadAsync_GivesEachLookAnIdOfItsOwn_WhenFeedsAreReadWithinASecond()
    {
        await BaselineAsync();
        _news.Feed = [GivenNews.Article("Nvidia falls", "14:39")];
        await _news.ReadAsync();
        _news.Feed = [GivenNews.Article("Nvidia plunges further into the abyss", "14:40")];

        await _news.ReadAsync();

        _news.Published.Select(message => message.Id).ShouldBe(["s.NVDA.20250127T144000.000", "s.NVDA.20250127T144001.000"]);
    }

    private async Task BaselineAsync()
    {
        await _news.ReadAsync();
        _news.Published.ShouldBeEmpty();
    }
}
