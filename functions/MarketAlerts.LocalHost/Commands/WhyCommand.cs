using System.CommandLine;
using System.Globalization;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.LocalHost.Replay;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Prints why a subscriber was or was not told, after a replay.</summary>
/// <param name="explainer">Knows it.</param>
internal sealed class WhyCommand(WhyExplainer explainer)
{
    /// <summary>The command of <c>dev.cs</c>.</summary>
    public static Command Declare(CommandRun run)
    {
        var subscriber = new NeededOption("--subscriber", "a mail address of the scenario's watch.json")
        {
            HelpName = "EMAIL",
            Description = "one of the subscribers of the scenario",
        };
        var scenario = ScenarioOption.Declare();
        var command = new DevCommand(
            "why",
            "replays a day and says why somebody was or was not told",
            _ => StartPlan.ForThisProgram(Precondition.Azurite, Precondition.Inbox)
        )
        {
            subscriber,
            scenario,
        };
        command.SetAction(result => ReplayAsync(result.GetRequiredValue(scenario), result.GetRequiredValue(subscriber), run));
        return command;
    }

    /// <summary>Plays the scenario to its end in silence.</summary>
    private static async Task<int> ReplayAsync(string scenario, string subscriber, CommandRun run)
    {
        await run.Says.WriteLineAsync("Replaying...");
        await using var app = LocalHostApp.BuildReplay(
            scenario,
            [.. run.Settings, "--Logging:LogLevel:Default=None"],
            services => services.AddSingleton(Timeline.Silent).AddSingleton<WhyCommand>()
        );
        await app.StartAsync();
        var stopping = app.Lifetime.ApplicationStopping;
        await app.Services.GetRequiredService<ReplayRunner>().RunAsync(ReplaySpeed.Parse("max")!.Value, stopping);
        await app.Services.GetRequiredService<WhyCommand>().WriteAsync(subscriber, run.Says, stopping);
        await app.StopAsync(stopping);
        return 0;
    }

    /// <summary>Writes a line for each decision, in market time.</summary>
    public async Task WriteAsync(string email, TextWriter output, CancellationToken cancellationToken)
    {
        var lines = await explainer.ExplainAsync(SubscriberId.FromAddress(email), cancellationToken);
        await output.WriteLineAsync(
            lines.Count is 0
                ? $"Nothing is known of {email} in this scenario: neither a rule nor a decision."
                : $"Why, for {email} (New York time):"
        );
        foreach (var line in lines)
        {
            var at = TimeZoneInfo.ConvertTime(line.At, MarketCalendar.NewYork).ToString("ddd d MMM HH:mm:ss", CultureInfo.InvariantCulture);
            await output.WriteLineAsync($"  {at}  {line.Decision}: {line.Reason}");
        }
    }
}
