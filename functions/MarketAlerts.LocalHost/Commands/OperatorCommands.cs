using MarketAlerts.Adapters.Subscriptions;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.LocalHost.Composition;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>What an operator does to the tables of a laptop or a deployment, without a running host.</summary>
public static class OperatorCommands
{
    /// <summary>Runs one of them; the exit code, 1 when the settings do not fit the account.</summary>
    /// <exception cref="FormatException">An argument is wrong.</exception>
    /// <exception cref="InputFileException">The watch file is wrong.</exception>
    public static async Task<int> RunAsync(CommandLine command, string[] settings, TextWriter says)
    {
        var watch = command.Watch is { } file
            ? WatchFileReader.Read(Path.GetFileName(file), await File.ReadAllTextAsync(file), new HashSet<Core.Quotes.Symbol>())
            : null;
        var configuration = OperatorServices.Settings(TablesOf(command), settings);
        if (command.Mode is "redrive")
        {
            return await RedriveCommand.RunAsync(command, configuration, says);
        }

        await using var services = OperatorServices.Build(configuration);
        if (await ActivatorUtilities.CreateInstance<BucketCheck>(services).FindAsync(CancellationToken.None) is { } trouble)
        {
            await says.WriteLineAsync(trouble);
            return 1;
        }

        return command.Mode switch
        {
            "forget" => await ActivatorUtilities.CreateInstance<ForgetCommand>(services, says).RunAsync(command.Subscriber!, command.DryRun, CancellationToken.None),
            "rebuild" => await ActivatorUtilities.CreateInstance<RebuildCommand>(services, says).RunAsync(command.DryRun, CancellationToken.None),
            _ => await ActivatorUtilities.CreateInstance<ApplyCommand>(services, says).RunAsync(watch!, command.DryRun, CancellationToken.None),
        };
    }

    private static Uri? TablesOf(CommandLine command) => command.Tables switch
    {
        null => null,
        { } text when Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps => address,
        _ => throw new FormatException("--tables is the address of a deployment's tables: https://ACCOUNT.table.core.windows.net."),
    };
}
