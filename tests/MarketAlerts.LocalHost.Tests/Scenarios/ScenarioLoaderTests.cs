using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.LocalHost.Scenarios;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.LocalHost.Tests.Scenarios;

public sealed class ScenarioLoaderTests : IDisposable
{
    private const string Header = "time_utc,symbol,last,open,high,low,previous_close,volume\n";
    private const string First = "2025-01-27T14:30:00Z,NVDA,124.80,124.80,125.00,124.00,142.62,1000\n";

    private static readonly MarketCalendar Calendar = new(CalendarData.RulesAlone(new DateOnly(2009, 1, 1), new DateOnly(2028, 12, 31)));

    private readonly TestFolder _folder = new();

    public ScenarioLoaderTests()
    {
        _folder.Write(
            "scenario.json",
            """
            {
              "name": "Test",
              "description": "Invented.",
              "from": "2025-01-27T14:30:00Z",
              "to": "2025-01-27T21:00:00Z"
            }
            """
        );
        _folder.Write("quotes.csv", Header + First);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Accepts_WhenTheFolderIsMinimal()
    {
        var scenario = ScenarioLoader.Read(_folder.Path, Calendar);

        scenario.Name.ShouldBe("Test");
        scenario.Description.ShouldBe("Invented.");
        scenario.From.ShouldBe(new DateTimeOffset(2025, 1, 27, 14, 30, 0, TimeSpan.Zero));
        scenario.To.ShouldBe(new DateTimeOffset(2025, 1, 27, 21, 0, 0, TimeSpan.Zero));
        scenario.Quotes.ShouldBe([
            new ScenarioQuote(new Quote(Symbol.Parse("NVDA"), scenario.From, 124.80, 124.80, 125.00, 124.00, 142.62, 1000), scenario.From),
        ]);
        scenario.Events.ShouldBeEmpty();
        scenario.History.ShouldBeEmpty();
        scenario.Watch.Symbols.ShouldBe([Symbol.Parse("NVDA")]);
        scenario.Watch.Subscribers.ShouldBeEmpty();
    }

    [Fact]
    public void Read_LeavesOptionalFiguresOut_WhenTheyAreEmpty()
    {
        _folder.Write("quotes.csv", Header + "2025-01-27T14:30:00Z,NVDA,124.80,,,,,\n");

        ScenarioLoader
            .Read(_folder.Path, Calendar)
            .Quotes.Select(row => row.Quote)
            .ShouldBe([
                new Quote(
                    Symbol.Parse("NVDA"),
                    new DateTimeOffset(2025, 1, 27, 14, 30, 0, TimeSpan.Zero),
                    124.80,
                    null,
                    null,
                    null,
                    null,
                    null
                ),
            ]);
    }

    [Fact]
    public void Read_SortsTheHistory_WhenThereIsOne()
    {
        _folder.Write("history.csv", "date,symbol,close,volume\n2025-01-24,NVDA,142.62,2\n2025-01-23,NVDA,147.22,1\n");

        ScenarioLoader
            .Read(_folder.Path, Calendar)
            .History[Symbol.Parse("NVDA")]
            .ShouldBe([new DailyClose(new DateOnly(2025, 1, 23), 147.22, 1), new DailyClose(new DateOnly(2025, 1, 24), 142.62, 2)]);
    }

    [Fact]
    public void Read_Accepts_WhenSeveralQuotesShareATime()
    {
        _folder.Write("quotes.csv", Header + First + First.Replace("NVDA", "AMD", StringComparison.Ordinal));

        ScenarioLoader.Read(_folder.Path, Calendar).Quotes.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("time_utc,symbol,open,high,low,previous_close,volume\n", 1, "missing column last")]
    [InlineData(Header + First + "2025-01-27T14:29:00Z,NVDA,124.80,,,,,\n", 3, "time goes backwards")]
    [InlineData(Header + First + "2025-01-27T14:31:00Z,NVDA,-1,,,,,\n", 3, "last '-1' is no price above zero")]
    [InlineData(Header + "2025-01-27T14:31:00Z,NVDA,0,,,,,\n", 2, "last '0' is no price above zero")]
    [InlineData(Header + "2025-01-27T14:31:00Z,NVDA,,,,,,\n", 2, "last is empty")]
    [InlineData(Header + "2025-01-27T14:31:00Z,NVDA,\"1,5\",,,,,\n", 2, "last '1,5'")]
    [InlineData(Header + First + First + "2025-01-27T14:31:00Z,NVDA,124,124,123.99,124,,\n", 4, "high is below low")]
    [InlineData(Header + "yesterday,NVDA,124,,,,,\n", 2, "time_utc 'yesterday' is no time")]
    [InlineData(Header + "2025-01-27T14:31:00Z,N VDA,124,,,,,\n", 2, "'N VDA' is not a symbol")]
    [InlineData(Header + "2025-01-27T14:31:00Z,NVDA,124,,,,,1.5\n", 2, "volume '1.5' is no whole number")]
    public void Read_RefusesTheRow_WhenQuotesAreWrong(string csv, int line, string problem)
    {
        _folder.Write("quotes.csv", csv);

        ShouldRefuse("quotes.csv", line, problem);
    }

    [Theory]
    [InlineData("date,symbol,close\n", 1, "missing column volume")]
    [InlineData("date,symbol,close,volume\n2025-01-24,NVDA,142.62,1\n24.1.2025,NVDA,142.62,1\n", 3, "date '24.1.2025' is no date")]
    [InlineData("date,symbol,close,volume\n2025-01-24,NVDA,,1\n", 2, "close is empty")]
    public void Read_RefusesTheRow_WhenTheHistoryIsWrong(string csv, int line, string problem)
    {
        _folder.Write("history.csv", csv);

        ShouldRefuse("history.csv", line, problem);
    }

    [Fact]
    public void Read_Refuses_WhenAHeaderHasMoreThanAHundredColumns()
    {
        _folder.Write(
            "history.csv",
            "date,symbol,close,volume" + string.Concat(Enumerable.Range(0, 97).Select(column => $",c{column}")) + "\n"
        );

        ShouldRefuse("history.csv", 1, "more than 100 columns");
    }

    [Fact]
    public void Read_Refuses_WhenThereAreNoQuotes()
    {
        _folder.Write("quotes.csv", Header);

        ShouldRefuse("quotes.csv", 1, "no quotes");
    }

    [Fact]
    public void Read_Refuses_WhenQuotesAreMissing()
    {
        _folder.Delete("quotes.csv");

        ShouldRefuse("quotes.csv", 1, "cannot be read");
    }

    [Fact]
    public void Read_RefusesTheSymbol_WhenThereAreNoQuotesForIt()
    {
        _folder.Write(
            "watch.json",
            "{\n  \"baskets\": [\n    { \"name\": \"chips\",\n      \"members\": [\"NVDA\",\n        \"AMD\"] }\n  ]\n}"
        );

        ShouldRefuse("watch.json", 5, "unknown symbol 'AMD'");
    }

    [Fact]
    public void Read_RefusesTheRule_WhenThereAreNoQuotesForItsSymbol()
    {
        _folder.Write(
            "watch.json",
            "{\n  \"subscribers\": [\n    { \"email\": \"ada@example.com\",\n      \"rules\": [\n        \"AMD falls 3% today\"] }\n  ]\n}"
        );

        ShouldRefuse("watch.json", 5, "AMD");
    }

    private void ShouldRefuse(string file, int line, string problem)
    {
        var refusal = Should.Throw<InputFileException>(() => ScenarioLoader.Read(_folder.Path, Calendar));

        refusal.Message.ShouldContain(problem);
        refusal.Message.ShouldStartWith($"{file}, line {line}: ");
        (refusal.File, refusal.Line).ShouldBe((file, line));
    }
}
