using System.CommandLine;
using MarketAlerts.Core.Stages.Registration;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Deletes a subscriber with everything about them, and says how much that was.</summary>
/// <param name="forgetter">Deletes.</param>
/// <param name="says">Where it is said.</param>
internal sealed class ForgetCommand(Forgetter forgetter, TextWriter says)
{
    /// <summary>The command of <c>dev.cs</c>.</summary>
    public static Command Declare(CommandRun run)
    {
        var subscriber = new NeededOption("--subscriber", "a mail address") { HelpName = "EMAIL", Description = "whom" };
        var account = new AccountOptions();
        var command = new DevCommand("forget", "deletes a subscriber with everything about them", account.PlanOf)
        {
            subscriber,
            account.Tables,
            account.DryRun,
        };
        command.SetAction(result =>
            account.RunAsync<ForgetCommand>(
                result,
                run,
                (forget, dryRun) => forget.RunAsync(result.GetRequiredValue(subscriber), dryRun, CancellationToken.None)
            )
        );
        return command;
    }

    /// <summary>Deletes them, or only counts; 0.</summary>
    public async Task<int> RunAsync(string email, bool dryRun, CancellationToken cancellationToken)
    {
        var counts = await forgetter.ForgetAsync(email, dryRun, cancellationToken);
        foreach (var count in counts)
        {
            await says.WriteLineAsync($"  {count.Kind}: {count.Count}");
        }

        await says.WriteLineAsync(
            (counts.Sum(count => count.Count), dryRun) switch
            {
                (0, _) => $"Nothing is known of {email}.",
                (_, true) => $"This is known of {email}. Nothing was deleted: --dry-run.",
                _ => $"This was known of {email} and is deleted. A watch file that still names them enters them again.",
            }
        );
        return 0;
    }
}
