using MarketAlerts.LocalHost.Commands;
using MarketAlerts.LocalHost.Replay;

namespace MarketAlerts.LocalHost.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public void Parse_ReadsEverything_WhenItIsAReplay() =>
        CommandLine
            .Parse(["replay", "--scenario", "scenarios/a", "--speed", "max", "--report", "out.json"])
            .ShouldBe(new CommandLine("replay", "scenarios/a", new ReplaySpeed(null), "out.json", null, null));

    [Fact]
    public void Parse_ReadsTheWatchFile_WhenItIsLive() =>
        CommandLine
            .Parse(["live", "--watch", "mine.json"])
            .ShouldBe(new CommandLine("live", null, new ReplaySpeed(300), null, "mine.json", null));

    [Fact]
    public void Parse_ReadsTheFolder_WhenItIsTheMails() =>
        CommandLine.Parse(["mails", "--out", "mails"]).ShouldBe(new CommandLine("mails", null, new ReplaySpeed(300), null, null, "mails"));

    [Fact]
    public void Parse_TakesTheUsualSpeed_WhenNoneIsGiven() =>
        CommandLine.Parse(["replay", "--scenario", "a"]).Speed.ShouldBe(new ReplaySpeed(300));

    [Fact]
    public void Parse_ReadsTheAddress_WhenItIsAboutAChannel()
    {
        CommandLine.Parse(["send-test", "--to", "slack:secret:desk"]).To.ShouldBe("slack:secret:desk");
        CommandLine.Parse(["webhook-key", "--url", "https://example.com/hook"]).Url.ShouldBe("https://example.com/hook");
    }

    [Fact]
    public void Parse_KeepsTheOptions_WhenItIsTheCost() =>
        CommandLine
            .Parse(["cost", "--symbols", "1000", "--prices", "mine.json"])
            .Options.ShouldBe(new Dictionary<string, string> { ["--symbols"] = "1000", ["--prices"] = "mine.json" }, ignoreOrder: true);

    [Fact]
    public void Parse_ReadsWhatAnOperatorAsksFor()
    {
        var apply = CommandLine.Parse(["apply", "--dry-run", "--watch", "mine.json", "--tables", "https://a.table.core.windows.net"]);
        (apply.Mode, apply.Watch, apply.Tables, apply.DryRun).ShouldBe(("apply", "mine.json", "https://a.table.core.windows.net", true));
        var redrive = CommandLine.Parse(["redrive", "--queue", "splits", "--namespace", "a.servicebus.windows.net"]);
        (redrive.Queue, redrive.Namespace, redrive.DryRun).ShouldBe(("splits", "a.servicebus.windows.net", false));
        (CommandLine.Parse(["forget", "--subscriber", "ana@example.com"]).Subscriber, CommandLine.Parse(["rebuild"]).Mode).ShouldBe(
            ("ana@example.com", "rebuild")
        );
    }

    [Theory]
    [InlineData("apply needs --watch and a file.", "apply", "--dry-run")]
    [InlineData("forget needs --subscriber and a mail address.", "forget")]
    [InlineData("redrive needs --queue and its name.", "redrive")]
    [InlineData("Say one of replay, live, mails, why, send-test, webhook-key, apply, forget, rebuild, redrive, cost.")]
    [InlineData("Say one of replay, live, mails, why, send-test, webhook-key, apply, forget, rebuild, redrive, cost.", "run")]
    [InlineData("replay needs --scenario and a folder.", "replay")]
    [InlineData("why needs --scenario and a folder, and --subscriber and a mail address.", "why", "--scenario", "a")]
    [InlineData("mails needs --out and a folder.", "mails")]
    [InlineData(
        "'--scenario' is not one of --scenario, --speed, --report, --watch, --out, --subscriber, --to, --url, --tables, --queue, --namespace, --symbols, --subscribers, --alerts-per-day, --instance-mb, --always-ready, --events-per-symbol, --keep-days, --buckets, --feeds, --prices, --measure, or its value is missing.",
        "replay",
        "--scenario"
    )]
    [InlineData(
        "'--sped' is not one of --scenario, --speed, --report, --watch, --out, --subscriber, --to, --url, --tables, --queue, --namespace, --symbols, --subscribers, --alerts-per-day, --instance-mb, --always-ready, --events-per-symbol, --keep-days, --buckets, --feeds, --prices, --measure, or its value is missing.",
        "replay",
        "--sped",
        "3"
    )]
    [InlineData("--speed is a number above zero or 'max'.", "replay", "--scenario", "a", "--speed", "0")]
    [InlineData("send-test needs --to and an address.", "send-test")]
    [InlineData("webhook-key needs --url and the webhook's address.", "webhook-key", "--to", "a")]
    public void Parse_SaysWhatIsRight_WhenTheArgumentsAreNot(string message, params string[] arguments)
    {
        var failure = Should.Throw<FormatException>(() => CommandLine.Parse(arguments));

        failure.Message.ShouldBe(message);
    }
}
