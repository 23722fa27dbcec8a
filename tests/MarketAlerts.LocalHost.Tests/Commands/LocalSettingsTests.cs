using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.LocalHost.Commands;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.LocalHost.Tests.Commands;

public sealed class LocalSettingsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_GivesTheValues_WithColons()
    {
        _folder.Write(
            "local.settings.json",
            """{ "IsEncrypted": false, "Values": { "Quotes__Alpaca__ApiKey": "key", "Quotes__Alpaca__CallsPerMinute": 100 } }"""
        );

        var settings = LocalSettings.Read(_folder.Path);

        (settings["Quotes:Alpaca:ApiKey"], settings["Quotes:Alpaca:CallsPerMinute"], settings.Count).ShouldBe(("key", "100", 2));
    }

    [Fact]
    public void Read_GivesNothing_WithoutTheFile() => LocalSettings.Read(_folder.Path).ShouldBeEmpty();

    [Theory]
    [InlineData("{\n\"Values\": []\n}", 2, "'Values' is an object")]
    [InlineData("{ \"Values\": {\n\"Quotes__Alpaca__ApiKey\": { \"a\": \"secret\" } } }", 2, "'Quotes__Alpaca__ApiKey' is a text")]
    [InlineData("{ \"Values\": {\n\"Key\": \"secret\" ", 2, "not valid JSON")]
    public void Read_RefusesTheFileWithoutTellingAValue_WhenItIsWrong(string json, int line, string problem)
    {
        _folder.Write("local.settings.json", json);

        var refusal = Should.Throw<InputFileException>(() => LocalSettings.Read(_folder.Path));

        refusal.Message.ShouldContain(problem);
        refusal.Line.ShouldBe(line);
        refusal.ToString().ShouldNotContain("secret");
    }
}
