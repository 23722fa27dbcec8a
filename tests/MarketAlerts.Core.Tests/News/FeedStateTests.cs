using MarketAlerts.Core.News;

namespace MarketAlerts.Core.Tests.News;

public sealed class FeedStateTests
{
    private static readonly Article One = GivenNews.Article("One");
    private static readonly Article Two = GivenNews.Article("Two");

    [Fact]
    public void FreshOf_IsEverything_BeforeTheFirstRead() => new FeedState("wire").FreshOf([One, Two, One]).ShouldBe([One, Two]);

    [Fact]
    public void FreshOf_LeavesOutWhatWasRead_ButNotWhatSaysSomethingElse()
    {
        var state = Read(new FeedState("wire"), One, Two);

        state.FreshOf([One, Two]).ShouldBeEmpty();
        state
            .FreshOf([One with { Title = "One, corrected" }, Two with { Summary = "more" }])
            .ShouldHaveSingleItem()
            .Title.ShouldBe("One, corrected");
    }

    [Fact]
    public void FreshOf_RemembersAnItem_ThatWasGoneFromTheFeedMeanwhile() =>
        Read(Read(new FeedState("wire"), One, Two), Two).FreshOf([One, Two]).ShouldBeEmpty();

    [Fact]
    public void After_KeepsTheNewestFourThousandItems_AndTheFirstRead()
    {
        var many = Enumerable.Range(0, 2_000).Select(number => GivenNews.Article($"{number}")).ToArray();
        var state = Read(Read(Read(new FeedState("wire"), One), many), [.. many.Select(article => article with { Id = article.Id + "x" })]);

        state.Seen.Count.ShouldBe(4_000);
        state.FreshOf(many).ShouldBeEmpty();
        state.FreshOf([One]).ShouldBe([One]);
        (state.FirstReadAt, state.ReadAt).ShouldBe((Given.At("10:00"), Given.At("10:00")));
    }

    [Fact]
    public void After_NotesWhenSomethingNewCame_TheLast21Times()
    {
        var state = new FeedState("wire");
        for (var minute = 0; minute < 30; minute++)
        {
            state = state.After(new NewsAnswer([], FeedVersion.None), minute % 10 is not 9, Given.At("10:00").AddMinutes(minute));
        }

        state.Arrivals.Count.ShouldBe(21);
        state.Arrivals[^1].ShouldBe(Given.At("10:28"));
    }

    [Fact]
    public void After_GoesOnWithTheBaseline_UntilThePresentIsReached()
    {
        var behind = new FeedState("wire").After(
            new NewsAnswer([One], FeedVersion.None with { ReadUntil = Given.At("06:59") }),
            true,
            Given.At("10:00")
        );

        behind.FirstReadAt.ShouldBeNull();
        behind
            .After(new NewsAnswer([Two], FeedVersion.None with { ReadUntil = Given.At("09:56") }), true, Given.At("10:01"))
            .FirstReadAt.ShouldBe(Given.At("10:01"));
    }

    private static FeedState Read(FeedState state, params Article[] articles) =>
        state.After(new NewsAnswer(articles, FeedVersion.None), true, Given.At("10:00"));
}
