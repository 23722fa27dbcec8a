using MarketAlerts.Core.News;

namespace MarketAlerts.Core.Tests.News;

public sealed class StoryTaggerTests
{
    [Theory]
    [InlineData("Nvidia falls on DeepSeek", "NVDA \"DeepSeek\"")]
    [InlineData("Nvidia faces export curbs", "NVDA NVDA \"export\"")]
    [InlineData("New export curbs", "")] // The phrase counts in NVDA's news alone.
    [InlineData("deepseek tops the charts", "\"DeepSeek\"")]
    [InlineData("DeepSeeking is no word of it", "")]
    [InlineData("Microsoft falls", "")] // A company that nobody watches.
    [InlineData("Nvidia and AMD fall", "NVDA AMD")]
    public void Tag_NamesWhatIsWatched_WhenAStoryIsAboutIt(string title, string about)
    {
        var names = GivenNews.Catalog.News.ToDictionary(pair => pair.Key, pair => pair.Value.Display);

        var targets = GivenNews.Story(title, "14:31").Targets;

        string.Join(' ', targets.Select(target => names.GetValueOrDefault(target, target.Name))).ShouldBe(about);
    }

    [Fact]
    public void Tag_KeepsWhatTheStorySaysOfMoves()
    {
        var claim = GivenNews.Story("Nvidia falls 14% before the open", "14:31").Claims.ShouldHaveSingleItem();

        (claim.Symbol?.Text, claim.Percent, claim.Words).ShouldBe(("NVDA", -14, "falls 14%"));
    }

    [Fact]
    public void Of_MakesTheTaggerAnew_WhenTheCatalogIsAnother()
    {
        var taggers = new StoryTaggers(GivenNews.Companies);

        var first = taggers.TaggerFor(GivenNews.Catalog);

        taggers.TaggerFor(GivenNews.Catalog).ShouldBeSameAs(first);
        taggers.TaggerFor(Given.Catalog()).ShouldNotBeSameAs(first);
    }
}
