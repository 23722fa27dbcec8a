using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing.Smtp;

namespace MarketAlerts.EndToEnd;

/// <summary>A broken scenario ends the host with one line that names file and line, before anything is replayed.</summary>
public sealed class BrokenScenarioTests
{
    [Theory]
    [InlineData("quotes.csv", "2025-01-27T14:30:00Z,AVGO", "2025-01-27T14:30:00Z,AVGO,-", "quotes.csv, line 3")]
    [InlineData("quotes.csv", "previous_close", "yesterday", "quotes.csv, line 1: missing column previous_close")]
    [InlineData("watch.json", "\"SMCI\"", "\"SMCX\"", "watch.json, line 1: unknown symbol 'SMCX'")]
    public async Task BrokenScenario_IsRefusedWithFileAndLine_When(string file, string text, string broken, string refusal)
    {
        var stopping = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        OpeningMinutes.Write(folder.Path);
        var path = Path.Combine(folder.Path, file);
        await File.WriteAllTextAsync(
            path,
            (await File.ReadAllTextAsync(path, stopping)).Replace(text, broken, StringComparison.Ordinal),
            stopping
        );
        var azurite = await Azurite.OpenAsync(stopping);
        await using var mail = new SmtpSink();
        await using var host = ReplayHost.Start(folder.Path, "max", Path.Combine(folder.Path, "report.json"), azurite, mail);
        (await host.EndAsync(stopping)).ShouldBe(2);
        host.Output.ShouldStartWith(refusal);
        host.Output.Split('\n').Length.ShouldBe(1);
    }
}
