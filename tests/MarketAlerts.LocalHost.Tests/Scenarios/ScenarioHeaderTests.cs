using MarketAlerts.Adapters.Subscriptions;
using MarketAlerts.LocalHost.Scenarios;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.LocalHost.Tests.Scenarios;

public sealed class ScenarioHeaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public ScenarioHeaderTests() => _folder.Write(
        "quotes.csv", "time_utc,symbol,last,open,high,low,previous_close,volume\n2025-01-27T14:30:00Z,NVDA,124.80,,,,,\n");

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
        _folder.Write("scenario.json", $"{{\n  \"name\": \"Test\",\n  \"description\": \"Invented.\",\n  \"from\": \"2025-01-27T14:30:00Z\",\n  {lastLines}\n}}");

        ShouldRefuse(line, problem);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("description")]
    [InlineData("from")]
    [InlineData("to")]
    public void Read_Refuses_WhenAKeyIsMissing(string key)
    {
        string[] lines = ["\"name\": \"T\"", "\"description\": \"D\"", "\"from\": \"2025-01-27T14:30:00Z\"", "\"to\": \"2025-01-27T21:00:00Z\""];
        _folder.Write("scenario.json", $"{{{string.Join(",\n", lines.Where(line => !line.StartsWith($"\"{key}\"", StringComparison.Ordinal)))}}}");

        ShouldRefuse(1, $"'{key}' is missing");
    }

    private void ShouldRefuse(int line, string problem)
    {
        var refusal = Should.Throw<InputFileException>(() => ScenarioReader.Read(_folder.Path));

        refusal.Message.ShouldContain(problem);
        refusal.Message.ShouldStartWith($"scenario.json, line {line}: ");
    }
}
