using System.CommandLine;
using MarketAlerts.LocalHost.Replay;
using MarketAlerts.LocalHost.Reports;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Replays a day.</summary>
internal static class DemoCommand
{
    private const string UsualSpeed = "300";

    public static Command Declare(CommandRun run)
    {
        var scenario = ScenarioOption.Declare();
        var speed = new Option<ReplaySpeed>("--speed")
        {
            HelpName = "N|max",
            Description = $"how much faster than the clock ({UsualSpeed})",
        }.ReadBy(SpeedOf);
        var report = Options.NewFile("--report", "writes a JSON report and ends, instead of keeping the inbox open");
        var command = new DevCommand(
            "demo",
            "replays a trading day and shows its mails in an inbox",
            result =>
                result.GetValue(report) is null
                    ? StartPlan.ForThisProgram(Precondition.Azurite, Precondition.Inbox, Precondition.CtrlC)
                    : StartPlan.ForThisProgram(Precondition.Azurite, Precondition.Inbox)
        )
        {
            scenario,
            speed,
            report,
        };
        command.SetAction(result =>
            RunAsync(
                result.GetRequiredValue(scenario),
                result.GetResult(speed) is null ? SpeedOf(UsualSpeed) : result.GetValue(speed),
                result.GetValue(report),
                run
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(string scenario, ReplaySpeed speed, string? file, CommandRun run)
    {
        await using var app = LocalHostApp.BuildReplay(scenario, run.Settings);
        await app.StartAsync();
        var stopping = app.Lifetime.ApplicationStopping;
        await app.Services.GetRequiredService<ReplayRunner>().RunAsync(speed, stopping);
        var report = app.Services.GetRequiredService<ReportWriter>();
        if (file is not null)
        {
            await report.WriteAsync(file, stopping);
            await run.Says.WriteLineAsync($"Report: {file}");
            await app.StopAsync(stopping);
            return 0;
        }

        var counts = (await report.ReadAsync(stopping)).Counts;
        await run.Says.WriteLineAsync($"The day is over: {counts["incidents"]} incidents, {counts["mails"]} mails.");
        await run.Says.WriteLineAsync(
            $"The inbox stays open at {app.Configuration["Inbox:Url"]}; the links in the mails work. Press Ctrl+C to end."
        );
        await app.WaitForShutdownAsync(stopping);
        return 0;
    }

    private static ReplaySpeed SpeedOf(string text) =>
        ReplaySpeed.Parse(text) ?? throw new FormatException($"--speed {text} must be a number above 0, at most 100000, or max.");
}
