using System.CommandLine;
using MarketAlerts.LocalHost.Replay;
using MarketAlerts.LocalHost.Reports;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Says how much a day says to whom.</summary>
internal static class NoiseCommand
{
    public static Command Declare(CommandRun run)
    {
        var scenario = ScenarioOption.Declare();
        var subscriber = new Option<string?>("--subscriber") { HelpName = "ADDRESS", Description = "only this subscriber's" };
        var command = new DevCommand(
            "noise",
            "replays a day and counts its mails by subscriber, session and kind, and what was damped, joined and held",
            _ => StartPlan.ForThisProgram(Precondition.Azurite, Precondition.Inbox)
        )
        {
            scenario,
            subscriber,
        };
        command.SetAction(result => RunAsync(result.GetRequiredValue(scenario), result.GetValue(subscriber), run));
        return command;
    }

    private static async Task<int> RunAsync(string scenario, string? subscriber, CommandRun run)
    {
        await using var app = LocalHostApp.BuildReplay(scenario, run.Settings);
        await app.StartAsync();
        var stopping = app.Lifetime.ApplicationStopping;
        await app.Services.GetRequiredService<ReplayRunner>().RunAsync(new ReplaySpeed(null), stopping);
        await app.Services.GetRequiredService<NoiseWriter>().WriteAsync(run.Says, subscriber, stopping);
        await app.StopAsync(stopping);
        return 0;
    }
}
