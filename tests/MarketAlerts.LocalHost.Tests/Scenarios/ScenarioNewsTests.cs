using System.Globalization;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;
using MarketAlerts.LocalHost.Replay;
using MarketAlerts.LocalHost.Scenarios;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.LocalHost.Tests.Scenarios;

/// <summary>news.csv: what was published.</summary>
public sealed class ScenarioNewsTests : IDisposable
{
    private const string Header = "time_utc,source,title,summary,url,time_known\n";

    private static readonly MarketCalendar Calendar = new(CalendarData.RulesAlone(new DateOnly(2009, 1, 1), new DateOnly(2028, 12, 31)));

    private readonly TestFolder _folder = new();

    public ScenarioNewsTests()
    {
        _folder.Write(
            "scenario.json",
            """{ "name": "Test", "description": "Invented.", "from": "2025-01-27T12:00:00Z", "to": "2025-01-27T21:00:00Z" }"""
        );
        _folder.Write("quotes.csv", "time_utc,symbol,last,open,high,low,previous_close,volume\n2025-01-27T14:30:00Z,NVDA,124.80,,,,,\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_KnowsHowWellATimeIsKnown()
    {
        _folder.Write(
            "news.csv",
            Header
                + """
                2025-01-20T12:00:00Z,Wire,"One, with a comma",Text.,https://news.example/1,
                2025-01-27T12:00:00Z,Wire,Two,,,published
                2025-01-27T12:00:00Z,Wire,Three,,,day
                2025-01-27T12:00:00Z,Wire,Four,,,latest
                2025-01-27T12:00:00Z,Wire,Five,,,unknown
                """
        );

        var news = Read().News;

        news.Select(row => (row.Article.Title, row.Article.PublishedAt is not null, row.Article.Precision))
            .ShouldBe([
                ("One, with a comma", true, TimePrecision.Instant),
                ("Two", true, TimePrecision.Instant),
                ("Three", true, TimePrecision.Day),
                ("Four", true, TimePrecision.AtTheLatest),
                ("Five", false, TimePrecision.Instant),
            ]);
        (news[0].Article.Source, news[0].Article.Id, news[0].Article.Summary, news[0].ArrivesAt).ShouldBe(
            ("Wire", "https://news.example/1", "Text.", At("2025-01-20T12:00:00Z"))
        );
        Read().Watch.Feeds.ShouldHaveSingleItem().Name.ShouldBe("news");
    }

    [Fact]
    public void Read_HasNoFeed_WithoutTheFile() => Read().Watch.Feeds.ShouldBeEmpty();

    [Theory]
    [InlineData("time_utc,source,title,url\n", 1, "missing column summary")]
    [InlineData(Header + "noon,Wire,One,,,\n", 2, "time_utc 'noon' is no time")]
    [InlineData(Header + "2025-01-27T12:00:00Z,,One,,,\n", 2, "an article has a source and a title")]
    [InlineData(Header + "2025-01-27T12:00:00Z,Wire,,,,\n", 2, "an article has a source and a title")]
    [InlineData(Header + "2025-01-27T12:00:00Z,Wire,One,,javascript:x,\n", 2, "url 'javascript:x' is no address")]
    [InlineData(Header + "2025-01-27T12:00:00Z,Wire,One,,https://xn--ä/,\n", 2, "url 'https://xn--ä/' is no address")]
    [InlineData(
        Header + "2025-01-27T12:00:00Z,Wire,One,,,maybe\n",
        2,
        "time_known 'maybe' is not one of published, day, latest and unknown"
    )]
    [InlineData(Header + "2025-01-27T12:00:00Z,Wire,One,,,\n2025-01-27T11:00:00Z,Wire,Two,,,\n", 3, "time goes backwards")]
    public void Read_RefusesTheRow_WhenAnArticleIsWrong(string csv, int line, string problem)
    {
        _folder.Write("news.csv", csv);

        var refusal = Should.Throw<InputFileException>(Read);

        refusal.Message.ShouldContain(problem);
        (refusal.File, refusal.Line).ShouldBe(("news.csv", line));
    }

    [Fact]
    public async Task GetAsync_ShowsWhatIsOutByNow_AndAnArticleAsItReadsThen()
    {
        _folder.Write(
            "news.csv",
            Header
                + """
                2025-01-27T12:00:00Z,Wire,First headline,,https://news.example/1,
                2025-01-27T13:00:00Z,Other,Elsewhere,,https://news.example/1,
                2025-01-27T14:00:00Z,Wire,Second headline,,https://news.example/1,
                """
        );
        var time = new VirtualTime(At("2025-01-27T13:59:59Z"));
        var source = new ScenarioNewsSource(Read(), time);

        (await TitlesAsync(source)).ShouldBe(["First headline", "Elsewhere"]);
        time.MoveTo(At("2025-01-27T14:00:00Z"));
        (await TitlesAsync(source)).ShouldBe(["Second headline", "Elsewhere"]);
    }

    private static async Task<IEnumerable<string>> TitlesAsync(ScenarioNewsSource source) =>
        (
            await source.GetAsync(new Feed("news", FeedKind.Rss, null), FeedVersion.None, TestContext.Current.CancellationToken)
        )!.Articles.Select(article => article.Title);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private Scenario Read() => ScenarioLoader.Read(_folder.Path, Calendar);
}
