using Azure;
using Azure.Identity;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.LocalHost.Composition;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>What an operator does to the tables of a laptop or a deployment, without a running host.</summary>
public static class OperatorCommands
{
    /// <summary>Runs one of them; the exit code, 1 when the account cannot be reached, or does not let us in.</summary>
    /// <exception cref="FormatException">An argument is wrong.</exception>
    /// <exception cref="InputFileException">The watch file is wrong.</exception>
    public static async Task<int> RunAsync(CommandLine command, string[] settings, TextWriter says)
    {
        try
        {
            return await RunCheckedAsync(command, settings, says);
        }
        catch (RequestFailedException refusal)
        {
            await says.WriteLineAsync(
                refusal.Status is 0
                    ? "The account cannot be reached: check its address and the network."
                    : $"The account answered {refusal.Status} {refusal.ErrorCode}: check its address and the roles of whoever is signed in."
            );
        }
        catch (DeadLettersException refusal)
        {
            await says.WriteLineAsync(refusal.Message);
        }
        catch (AuthenticationFailedException)
        {
            await says.WriteLineAsync("Nobody is signed in: az login, then again.");
        }
        catch (AggregateException failure) when (failure.InnerException is RequestFailedException)
        {
            await says.WriteLineAsync("The account cannot be reached: check its address and the network.");
        }

        return 1;
    }

    private static async Task<int> RunCheckedAsync(CommandLine command, string[] settings, TextWriter says)
    {
        var configuration = OperatorServices.Settings(TablesOf(command), settings);
        if (command.Mode is "redrive")
        {
            return await RedriveCommand.RunAsync(command, configuration, says);
        }

        var watch = command.Watch is { } file
            ? WatchFileParser.Read(Path.GetFileName(file), await TextOfAsync(file), new HashSet<Core.Market.Symbol>())
            : null;
        await using var services = OperatorServices.Build(configuration);
        return command.Mode switch
        {
            "forget" => await ActivatorUtilities
                .CreateInstance<ForgetCommand>(services, says)
                .RunAsync(command.Subscriber!, command.DryRun, CancellationToken.None),
            "rebuild" => await ActivatorUtilities
                .CreateInstance<RebuildCommand>(services, says)
                .RunAsync(command.DryRun, CancellationToken.None),
            _ => await ActivatorUtilities
                .CreateInstance<ApplyCommand>(services, says)
                .RunAsync(watch!, command.DryRun, CancellationToken.None),
        };
    }

    private static async Task<string> TextOfAsync(string file) =>
        File.Exists(file) ? await File.ReadAllTextAsync(file) : throw new FormatException($"There is no file {file}.");

    private static Uri? TablesOf(CommandLine command) =>
        command.Tables switch
        {
            null => null,
            { } text when Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps => address,
            _ => throw new FormatException("--tables is the address of a deployment's tables: https://ACCOUNT.table.core.windows.net."),
        };
}

/// <summary>Deletes a subscriber with everything about them, and says how much that was.</summary>
/// <param name="forgetter">Deletes.</param>
/// <param name="says">Where it is said.</param>
public sealed class ForgetCommand(Forgetter forgetter, TextWriter says)
{
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

/// <summary>Rebuilds subscriptions and wanted levels from the profiles.</summary>
/// <param name="rebuilder">Rebuilds.</param>
/// <param name="says">Where it is said what that was.</param>
public sealed class RebuildCommand(Rebuilder rebuilder, TextWriter says)
{
    /// <summary>Rebuilds, or only counts; 0, or 1 when the catalog does not know what rules name.</summary>
    public async Task<int> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var report = await rebuilder.RunAsync(dryRun, cancellationToken);
        if (report.UnreadRules > 0)
        {
            await says.WriteLineAsync(
                $"{report.UnreadRules} rules of the profiles name a symbol or basket that the catalog does not know, so nothing was done: bring the watch file in again with apply, then rebuild."
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
