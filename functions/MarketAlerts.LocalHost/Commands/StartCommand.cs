using System.CommandLine;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Universe;
using MarketAlerts.LocalHost.Composition;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Runs against the real clock.</summary>
internal static class StartCommand
{
    private const string Sample = "functions/MarketAlerts.LocalHost/sample-watch.json";

    public static Command Declare(CommandRun run)
    {
        var watch = new Option<string?>("--watch")
        {
            HelpName = "FILE",
            Description = "the watch list and rules to begin with",
        }.ReadBy<string?>(Options.ExistingFile);
        var command = new DevCommand(
            "start",
            "runs against the real clock until Ctrl+C, at first with a sample watch list; what it knows stays in .marketalerts",
            _ => StartPlan.ForThisProgram(Precondition.KeptAzurite, Precondition.KeptInbox, Precondition.CtrlC)
        )
        {
            watch,
        };
        command.SetAction(result => RunAsync(result.GetValue(watch), run));
        return command;
    }

    private static async Task<int> RunAsync(string? watch, CommandRun run)
    {
        var kept = LocalSettings.Read(Directory.GetCurrentDirectory());
        await using var app = LocalHostApp.Build(
            [.. LinkSettings.Kept(), .. run.Settings],
            (services, configuration) => services.AddLive(configuration),
            kept
        );
        var file = watch ?? (await KnowsNothingAsync(app.Services) ? Sample : null);
        if (file is not null)
        {
            var book = app.Services.GetRequiredService<WatchFileImport>();
            foreach (var answer in await book.EnterAsync(await OperatorCommands.ReadWatchAsync(file), CancellationToken.None))
            {
                await run.Says.WriteLineAsync($"{answer.Rule}: {answer.AlreadyPassed}");
            }
        }

        await SourceReport.TellAsync(app.Services);
        await run.Says.WriteLineAsync($"MarketAlerts runs. Inbox: {app.Configuration["Inbox:Url"]}. Press Ctrl+C to stop.");
        await app.RunAsync();
        return 0;
    }

    /// <summary>The first start watches the sample; what was entered later stays.</summary>
    private static async Task<bool> KnowsNothingAsync(IServiceProvider services) =>
        (await services.GetRequiredService<ICatalogStore>().LoadAsync(CancellationToken.None)).Version is 0;
}
