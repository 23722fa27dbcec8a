using System.Text;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.LocalHost.Scenarios;
using MarketAlerts.Testing.Azurite;
using MarketAlerts.Testing.Fuzz;

namespace MarketAlerts.LocalHost.Tests.Scenarios;

/// <summary>Whatever stands in the files of a scenario, it is read or refused with file and line.</summary>
public sealed class ScenarioFuzzTests : IDisposable
{
    private const int Seed = 20_250_127;
    private const int UsualInputs = 200; // Each reads a folder.

    private static readonly MarketCalendar Calendar = new(CalendarData.RulesAlone(new DateOnly(2009, 1, 1), new DateOnly(2028, 12, 31)));

    private static readonly Dictionary<string, string> Good = new()
    {
        ["scenario.json"] =
            """{ "name": "Test", "description": "Invented.", "from": "2025-01-27T12:00:00Z", "to": "2025-01-27T21:00:00Z", "watch": "watch.json" }""",
        ["watch.json"] = """{ "subscribers": [ { "email": "ada@example.com", "rules": ["NVDA notable"] } ] }""",
        ["quotes.csv"] =
            "time_utc,symbol,last,open,high,low,previous_close,volume,arrives_utc\n2025-01-27T14:30:00Z,NVDA,124.80,124.8,128.4,"
            + "116.7,142.62,818830900,\n2025-01-27T14:31:00Z,NVDA,124,,,,,,2025-01-27T14:46:00Z\n",
        ["history.csv"] = "date,symbol,close,volume\n2025-01-23,NVDA,147.22,155915456\n2025-01-24,NVDA,142.62,\n",
        ["events.csv"] =
            "time_utc,symbol,kind,value\n2025-01-27T14:40:00Z,NVDA,halt,T1\n2025-01-27T14:50:00Z,NVDA,resume,\n2025-01-27T15:00:00Z,"
            + "NVDA,split,0.05\n",
        ["news.csv"] =
            "time_utc,source,title,summary,url,time_known,tags\n2025-01-20T12:00:00Z,Wire,\"One, with \"\"a\"\" "
            + "comma\",Text.,https://news.example/1,latest,NVDA\n2025-01-27T12:00:00Z,Wire,Two,,,day,\n",
    };

    private readonly TestFolder _folder = new();

    public ScenarioFuzzTests() => Good.ToList().ForEach(file => _folder.Write(file.Key, file.Value));

    /// <summary>Each is a trait of its own: <c>-preEnumerateTheories -trait "File=news.csv"</c> runs one.</summary>
    public static IEnumerable<TheoryDataRow<string>> Files =>
        Good.Keys.Select(file => new TheoryDataRow<string>(file).WithTrait("File", file));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_RefusesNothing_WhenAllFilesAreGood() => ScenarioLoader.Read(_folder.Path, Calendar).Quotes.Count.ShouldBe(2);

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_RefusesAtMost_WhenAFileIsSpoilt(string file)
    {
        var path = Path.Combine(_folder.Path, file);
        var target = new FuzzTarget(file, [Encoding.UTF8.GetBytes(Good[file])], body => Read(path, body))
        {
            Refusals = [typeof(InputFileException)],
        };

        FuzzHarness.Run(target, Seed, UsualInputs).ShouldBeNull();
    }

    private void Read(string path, byte[] body)
    {
        File.WriteAllBytes(path, body);
        ScenarioLoader.Read(_folder.Path, Calendar);
    }
}
