using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Adapters.News;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.News;
using MarketAlerts.Core.News.Tagging;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;
using MarketAlerts.LocalHost.Scenarios;

namespace MarketAlerts.LocalHost.Tests.Scenarios;

/// <summary>The real headlines of the founding day, and what each is about.</summary>
public sealed class FoundingNewsTests
{
    private static readonly Scenario Day = ScenarioLoader.Read(
        ScenarioFolders.PathOf("deepseek-monday"),
        new MarketCalendar(CalendarFile.Read(new CalendarOptions()))
    );
    private static readonly NewsCondition DeepSeek = new(null, "DeepSeek");

    private static readonly Catalog Catalog = new([], Day.Watch.Symbols.ToDictionary(symbol => symbol, _ => "p0000"))
    {
        News = new Dictionary<Target, NewsCondition> { [DeepSeek.Target] = DeepSeek },
        Aliases = Day.Watch.Aliases,
    };

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Day.News.Count)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Tag_FindsWhatTheArticleIsAbout_AndNothingElse(int row)
    {
        var (article, tags) = (Day.News[row].Article, Day.News[row].Tags);
        var tagger = new StoryTagger(new AliasIndex([.. CompanyNamesFile.BuiltIn, .. Catalog.Aliases]), Catalog);

        var found = tagger
            .Tag(new Story("id", article, Day.From, [article.Source]))
            .Targets.Select(target => target.IsTopic ? DeepSeek.Display : target.Name);

        found.ShouldBe(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true, article.Title);
    }

    [Fact]
    public void News_KnowWhenTheyCameOut_OrSayThatTheyDoNot()
    {
        Day.News.Count.ShouldBe(27);
        Day.News.Select(row => row.Article)
            .Where(article => article.PublishedAt is null)
            .ShouldHaveSingleItem()
            .Source.ShouldBe("MSPoweruser"); // The founding story: its copy has no date.
        Day.News.ShouldAllBe(row => row.Article.Link != null || row.Article.Source == "MSPoweruser");
    }
}
