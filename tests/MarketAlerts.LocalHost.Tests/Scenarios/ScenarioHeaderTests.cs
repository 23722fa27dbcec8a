using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.LocalHost.Scenarios;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.LocalHost.Tests.Scenarios;

public sealed class ScenarioHeaderTests : IDisposable
{
    private static readonly MarketCalendar Calendar = new(CalendarData.RulesAlone(new DateOnly(2009, 1, 1), new DateOnly(2028, 12, 31)));

    private readonly TestFolder _folder = new();

    public ScenarioHeaderTests() =>
        _folder.Write("quotes.csv", "time_utc,symbol,last,open,high,low,previous_close,volume\n2025-01-27T14:30:00Z,NVDA,124.80,,,,,\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Refuses_WhenTheHeaderIsMissing() => ShouldRefuse(1, "a scenario is a folder with scenario.json and quotes.csv");

    [Theory]
    [InlineData("\"to\": \"2025-01-27T14:29:00Z\"", 5, "'to' is not after 'from'")]
    [InlineData("\"to\": \"2025-01-27T14:30:00Z\"", 5, "'to' is not after 'from'")]
    [InlineData("\"to\": \"tomorrow\"", 5, "'to' is a time such as")]
    [InlineData("\"to\": 5", 5, "'to' is a text")]
    [InlineData("\"until\": \"2025-01-27T21:00:00Z\"", 5, "unknown key 'until'")]
    [InlineData("\"to\": \"2025-01-27T21:00:00Z\",\n  \"watch\": \"other.json\"", 6, "the watch file 'other.json' is not in the folder")]
    [InlineData("\"to\": \"2025-01-27T21:00:00Z\",\n  \"watch\": \"../watch.json\"", 6, "'watch' is a file in this folder")]
    [InlineData("\"to\" \"2025-01-27T21:00:00Z\"", 5, "not valid JSON here")]
    public void Read_RefusesTheLine_WhenAValueIsWrong(string lastLines, int line, string problem)
    {
        _folder.Write(
            "scenario.json",
            $"{{\n  \"name\": \"Test\",\n  \"description\": \"Invented.\",\n  \"from\": \"2025-01-27T14:30:00Z\",\n  {lastLines}\n}}"
        );

        ShouldRefuse(line, problem);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("description")]
    [InlineData("from")]
    [InlineData("to")]
    public void Read_Refuses_WhenAKeyIsMissing(string key)
    {
        string[] lines =
        [
            "\"name\": \"T\"",
            "\"description\": \"D\"",
            "\"from\": \"2025-01-27T14:30:00Z\"",
            "\"to\": \"2025-01-27T21:00:00Z\"",
        ];
        _folder.Write(
            "scenario.json",
            $"{{{string.Join(",\n", lines.Where(line => !line.StartsWith($"\"{key}\"", StringComparison.Ordinal)))}}}"
        );

        ShouldRefuse(1, $"'{key}' is missing");
    }

    // The calendar ends with 31 December 2028 in New York, 05:00Z, and a replay goes on for an hour after its scenario.
    [Theory]
    [InlineData("2008-12-31T14:30:00Z", "2009-01-05T21:00:00Z", 4, "2008-12-31")]
    [InlineData("2028-12-29T14:30:00Z", "2029-01-02T21:00:00Z", 5, "2029-01-02")]
    [InlineData("2028-12-29T14:30:00Z", "2029-01-01T04:00:00Z", 5, "2029-01-01")]
    [InlineData("2028-12-29T14:30:00Z", "9999-12-31T23:59:59Z", 5, "9999-12-31")]
    [InlineData("0001-01-01T00:00:00Z", "2025-01-27T21:00:00Z", 4, "0001-01-01")]
    public void Read_RefusesTheLine_WhenTheCalendarDoesNotCoverIt(string from, string to, int line, string day)
    {
        WriteTimes(from, to);

        ShouldRefuse(line, $"The market calendar covers 2009-01-01 to 2028-12-31, not {day}.");
    }

    [Theory]
    [InlineData("2009-01-01T05:00:00Z", "2009-01-02T21:00:00Z")]
    [InlineData("2028-12-29T14:30:00Z", "2029-01-01T03:59:59Z")]
    public void Read_Accepts_WhenTheScenarioIsAtTheEdgeOfTheCalendar(string from, string to)
    {
        WriteTimes(from, to);

        Should.NotThrow(() => ScenarioLoader.Read(_folder.Path, Calendar));
    }

    private void WriteTimes(string from, string to) =>
        _folder.Write(
            "scenario.json",
            $"{{\n  \"name\": \"Test\",\n  \"description\": \"Invented.\",\n  \"from\": \"{from}\",\n  \"to\": \"{to}\"\n}}"
        );

    private void ShouldRefuse(int line, string problem)
    {
        var refusal = Should.Throw<InputFileException>(() => ScenarioLoader.Read(_folder.Path, Calendar));

        refusal.Message.ShouldContain(problem);
        refusal.Message.ShouldStartWith($"scenario.json, line {line}: ");
    }
}
