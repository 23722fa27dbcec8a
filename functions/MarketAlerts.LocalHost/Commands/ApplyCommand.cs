using System.CommandLine;
using MarketAlerts.Core.Stages.Registration;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Brings a watch file into an account: shows the difference, then enters it.</summary>
/// <param name="import">Knows both.</param>
/// <param name="says">Where the difference is shown.</param>
internal sealed class ApplyCommand(WatchFileImport import, TextWriter says)
{
    /// <summary>The command of <c>dev.cs</c>.</summary>
    public static Command Declare(CommandRun run)
    {
        var watch = new NeededOption("--watch", "a file", Options.ExistingFile)
        {
            HelpName = "FILE",
            Description = "the file; what it does not name stays as it is",
        };
        var account = new AccountOptions();
        var command = new DevCommand(
            "apply",
            "brings a watch file into the tables of dev.cs start or a deployment: shows the difference, then enters it",
            account.PlanOf
        )
        {
            watch,
            account.Tables,
            account.DryRun,
        };
        command.SetAction(result =>
            account.RunAsync<ApplyCommand>(
                result,
                run,
                async (apply, dryRun) =>
                    await apply.RunAsync(
                        await OperatorCommands.ReadWatchAsync(result.GetRequiredValue(watch)),
                        dryRun,
                        CancellationToken.None
                    )
            )
        );
        return command;
    }

    /// <summary>Shows the difference and, unless it is to be shown only, brings it in; 0.</summary>
    public async Task<int> RunAsync(WatchFile file, bool dryRun, CancellationToken cancellationToken)
    {
        var plan = await import.PlanAsync(file, cancellationToken);
        foreach (var change in plan.Changes)
        {
            await says.WriteLineAsync(LineOf(change));
        }

        await says.WriteLineAsync($"{Counts(plan)}. What the file does not name stays as it is.");
        if (dryRun)
        {
            await says.WriteLineAsync("Nothing was written: --dry-run.");
            return 0;
        }

        // Entered even if nothing differs: a crash may have left a level or a welcome out that no comparison of profiles shows.
        foreach (var answer in await import.EnterAsync(file, cancellationToken))
        {
            await says.WriteLineAsync($"{answer.Rule}: {answer.AlreadyPassed}");
        }

        await says.WriteLineAsync(
            plan.IsNothing ? "Nothing changed." : "Done. Who is new gets a welcome within a minute, from the host that runs."
        );
        return 0;
    }

    private static string LineOf(WatchFileChange change)
    {
        var sign = change.Step switch
        {
            WatchFileStep.Added => '+',
            WatchFileStep.Changed => '~',
            WatchFileStep.Removed => '-',
            _ => '=',
        };
        return $"{(change.Kind is "rule" ? "    " : "  ")}{sign} {change.Kind} "
            + $"{change.Name}{(change.Detail is "" ? "" : $" ({change.Detail})")}";
    }

    private static string Counts(WatchFilePlan plan) =>
        string.Join(
            ", ",
            new[]
            {
                (WatchFileStep.Added, "added"),
                (WatchFileStep.Changed, "changed"),
                (WatchFileStep.Removed, "removed"),
                (WatchFileStep.LeftAlone, "left alone"),
            }.Select(pair => $"{plan.Changes.Count(change => change.Step == pair.Item1)} {pair.Item2}")
        );
}
