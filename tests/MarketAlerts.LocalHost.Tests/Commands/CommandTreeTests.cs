using MarketAlerts.LocalHost.Commands;

namespace MarketAlerts.LocalHost.Tests.Commands;

public sealed class CommandTreeTests
{
    private const string All =
        "demo, noise, start, mails, why, test, bench, send-test, webhook-key, apply, forget, rebuild, redrive, cost and help";

    [Theory]
    [InlineData("build functions/MarketAlerts.LocalHost; want Azurite; want Inbox; want CtrlC", "demo")]
    [InlineData("build functions/MarketAlerts.LocalHost; want Azurite; want Inbox", "demo", "--speed", "max", "--report", "report.json")]
    [InlineData("build functions/MarketAlerts.LocalHost; want KeptAzurite; want KeptInbox; want CtrlC", "start")]
    [InlineData("build functions/MarketAlerts.LocalHost", "mails", "--out", "mails")]
    [InlineData("build functions/MarketAlerts.LocalHost; want Azurite; want Inbox", "why", "--subscriber", "ada@example.com")]
    [InlineData("build tests/MarketAlerts.Benchmarks; want Azurite", "bench", "--only", "W1")]
    [InlineData("build functions/MarketAlerts.LocalHost; want Inbox; want CtrlC", "send-test", "--to", "ada@example.com")]
    [InlineData("build functions/MarketAlerts.LocalHost", "send-test", "--to", "slack:secret:desk")]
    [InlineData("build functions/MarketAlerts.LocalHost", "webhook-key", "--url", "https://example.com/hook")]
    [InlineData("build functions/MarketAlerts.LocalHost; want KeptAzurite", "forget", "--subscriber", "ada@example.com", "--dry-run")]
    [InlineData("build functions/MarketAlerts.LocalHost; want KeptAzurite", "rebuild")]
    [InlineData("build functions/MarketAlerts.LocalHost", "rebuild", "--tables", "https://a.table.core.windows.net")]
    [InlineData("build functions/MarketAlerts.LocalHost; want KeptAzurite", "redrive", "--queue", "splits")]
    [InlineData("build functions/MarketAlerts.LocalHost", "redrive", "--queue", "splits", "--namespace", "a.servicebus.windows.net")]
    [InlineData("build functions/MarketAlerts.LocalHost", "cost", "--symbols", "1000")]
    [InlineData("build functions/MarketAlerts.LocalHost; want Azurite", "cost", "--measure", "counted.json")]
    [InlineData("", "help")]
    [InlineData("", "send-test", "--help")]
    [InlineData("")]
    public async Task Plan_NamesWhatTheCommandWants(string plan, params string[] line) =>
        (await RunAsync(["plan", .. line]))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(plan.Split("; ", StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData($"'run' is not one of {All}.", "run", "--speed", "3")]
    [InlineData($"'--speed' is not one of {All}.", "--speed", "3")]
    [InlineData("demo has no option '--sped': see dotnet run dev.cs help.", "demo", "--sped", "3")]
    [InlineData("mails has no option 'mails': see dotnet run dev.cs help.", "mails", "mails")]
    [InlineData("--scenario needs a value: see dotnet run dev.cs help.", "demo", "--scenario")]
    [InlineData("--filter needs a value: see dotnet run dev.cs help.", "test", "--filter")]
    [InlineData("why needs --subscriber and a mail address of the scenario's watch.json.", "why")]
    [InlineData("mails needs --out and a folder.", "mails")]
    [InlineData("send-test needs --to and an address.", "send-test")]
    [InlineData("webhook-key needs --url and the webhook's address.", "webhook-key")]
    [InlineData("apply needs --watch and a file.", "apply", "--dry-run")]
    [InlineData("forget needs --subscriber and a mail address.", "forget")]
    [InlineData("redrive needs --queue and its name.", "redrive")]
    [InlineData("There is no file nowhere.json.", "start", "--watch", "nowhere.json")]
    [InlineData("--speed 0 must be a number above 0, at most 100000, or max.", "demo", "--speed", "0")]
    [InlineData("--symbols 0 is not a number from 1 to 100000.", "cost", "--symbols", "0")]
    [InlineData("Option '--out' expects a single argument but 2 were provided.", "mails", "--out", "a", "--out", "b")]
    public async Task Run_SaysInOneSentenceWhatIsRight_WhenTheLineIsNot(string sentence, params string[] line)
    {
        (await Should.ThrowAsync<FormatException>(() => RunAsync(line))).Message.ShouldBe(sentence);
        (await Should.ThrowAsync<FormatException>(() => RunAsync(["plan", .. line]))).Message.ShouldBe(sentence);
    }

    [Fact]
    public async Task Run_NamesTheFolder_WhenThereIsNoScenario() =>
        (await Should.ThrowAsync<FormatException>(() => RunAsync(["plan", "demo", "--scenario", "nowhere"]))).Message.ShouldBe(
            $"There is no scenario in {Path.GetFullPath("nowhere")}: a scenario is a folder with a scenario.json."
        );

    [Fact]
    public async Task Run_NamesTheFile_WhenItCannotBeWritten()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "nowhere", "report.json");

        (await Should.ThrowAsync<FormatException>(() => RunAsync(["plan", "demo", "--report", file]))).Message.ShouldBe(
            $"--report {file} must be a file in a folder that exists."
        );
    }

    [Fact]
    public async Task Help_IsThatOfTheDeclarations_HoweverItIsAskedFor()
    {
        var help = await RunAsync(["help"]);

        help.ShouldStartWith("MarketAlerts on this machine. It needs the .NET SDK 10 and Node 20 or later.\n\n  dotnet run dev.cs demo ");
        help.ShouldContain("\n    --scenario PATH              the folder of the day (scenarios/deepseek-monday)\n");
        help.ShouldContain("\n    --quick                      only tests that need no Azurite and no published app\n");
        help.ShouldContain("\n    --events-per-symbol N        wanted levels that a symbol crosses in a day (0.5)\n");
        (await RunAsync([])).ShouldBe(help);
        (await RunAsync(["--help"])).ShouldBe(help);
        (await RunAsync(["-h"])).ShouldBe(help);
    }

    [Fact]
    public async Task Help_IsThatOfOneCommand_WhenItStandsBehindIt() =>
        (await RunAsync(["mails", "--help"])).ShouldBe(
            """
              dotnet run dev.cs mails  writes a mail of every kind, for a look: index.html shows all
                --out FOLDER           where to

            """
        );

    private static async Task<string> RunAsync(string[] line)
    {
        var says = new StringWriter { NewLine = "\n" };
        (await LocalHostApp.RunAsync(line, new CommandRun([], says))).ShouldBe(0);
        return says.ToString();
    }
}
