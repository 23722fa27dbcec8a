using System.CommandLine;
using MarketAlerts.LocalHost.Composition;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>The options of commands that work on the tables of an account.</summary>
internal sealed class AccountOptions
{
    public Option<Uri?> Tables { get; } =
        new Option<Uri?>("--tables")
        {
            HelpName = "URL",
            Description =
                "https://ACCOUNT.table.core.windows.net of a deployment, by Entra sign-in; without it Storage__ConnectionString, "
                + "or what dev.cs start keeps here",
        }.ReadBy<Uri?>(AddressOf);

    /// <summary>Whether what would be done is only shown.</summary>
    public Option<bool> DryRun { get; } = Options.Flag("--dry-run", "shows and writes nothing");

    public StartPlan PlanOf(ParseResult result) => OperatorCommands.PlanOf(result.GetValue(Tables) is not null);

    /// <summary>Makes a command with the services of the account, and runs it.</summary>
    public Task<int> RunAsync<TCommand>(ParseResult result, CommandRun run, Func<TCommand, bool, Task<int>> command) =>
        OperatorCommands.RunAsync(
            async () =>
            {
                await using var services = OperatorServices.Build(OperatorServices.Settings(result.GetValue(Tables), run.Settings));
                return await command(ActivatorUtilities.CreateInstance<TCommand>(services, run.Says), result.GetValue(DryRun));
            },
            run.Says
        );

    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? address
            : throw new FormatException("--tables is the address of a deployment's tables: https://ACCOUNT.table.core.windows.net.");
}
