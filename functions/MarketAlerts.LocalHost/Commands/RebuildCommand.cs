using System.CommandLine;
using MarketAlerts.Core.Stages.Operations;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Rebuilds subscriptions and wanted levels from the profiles.</summary>
/// <param name="rebuilder">Rebuilds.</param>
/// <param name="says">Where it is said what that was.</param>
internal sealed class RebuildCommand(Rebuilder rebuilder, TextWriter says)
{
    /// <summary>The command of <c>dev.cs</c>.</summary>
    public static Command Declare(CommandRun run)
    {
        var account = new AccountOptions();
        var command = new DevCommand(
            "rebuild",
            "makes subscriptions and wanted levels anew from the profiles, after a table was lost",
            account.PlanOf
        )
        {
            account.Tables,
            account.DryRun,
        };
        command.SetAction(result =>
            account.RunAsync<RebuildCommand>(result, run, (rebuild, dryRun) => rebuild.RunAsync(dryRun, CancellationToken.None))
        );
        return command;
    }

    /// <summary>Rebuilds, or only counts; 0, or 1 when the catalog does not know what rules name.</summary>
    public async Task<int> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var report = await rebuilder.RunAsync(dryRun, cancellationToken);
        if (report.UnreadRules > 0)
        {
            await says.WriteLineAsync(
                $"{report.UnreadRules} rules of the profiles name a symbol or basket that the catalog does not know, so nothing was "
                    + "done: bring the watch file in again with apply, then rebuild."
            );
            return 1;
        }

        foreach (var count in report.Counts)
        {
            await says.WriteLineAsync($"  {count.Kind}: {count.Count}");
        }

        await says.WriteLineAsync(dryRun ? "Nothing was written: --dry-run." : "Subscriptions and levels are those of the profiles.");
        return 0;
    }
}
