using System.CommandLine;
using Azure.Storage.Queues;
using MarketAlerts.Adapters.Messaging;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Functions.Composition;
using MarketAlerts.LocalHost.Composition;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Shows the dead letters of a queue and puts them back.</summary>
/// <param name="letters">The dead letters.</param>
/// <param name="retention">How long what was filed is known.</param>
/// <param name="time">The clock.</param>
/// <param name="says">Where they are shown.</param>
internal sealed class RedriveCommand(IDeadLetters letters, RetentionOptions retention, TimeProvider time, TextWriter says)
{
    /// <summary>The command of <c>dev.cs</c>.</summary>
    public static Command Declare(CommandRun run)
    {
        var queue = new NeededOption("--queue", "its name", KnownQueue)
        {
            HelpName = "NAME",
            Description = $"{string.Join(", ", QueueNames.All.SkipLast(1))} or {QueueNames.All[^1]}",
        };
        var host = new Option<string?>("--namespace")
        {
            HelpName = "HOST",
            Description =
                "NAME.servicebus.windows.net of a deployment, by Entra sign-in; without it the emulator's that ServiceBus names, "
                + "or the queues beside the tables of dev.cs start",
        };
        var dryRun = Options.Flag("--dry-run", "shows and moves nothing");
        var command = new DevCommand(
            "redrive",
            "shows the dead letters of a queue and puts them back into it",
            result => OperatorCommands.PlanOf(result.GetValue(host) is not null || OperatorCommands.IsSet("ServiceBus"))
        )
        {
            queue,
            host,
            dryRun,
        };
        command.SetAction(result =>
            OperatorCommands.RunAsync(
                () => RunAsync(result.GetRequiredValue(queue), result.GetValue(host), result.GetValue(dryRun), run),
                run.Says
            )
        );
        return command;
    }

    /// <summary>Runs it on the queues of a namespace, of the emulator in the settings or of the settings' account.</summary>
    private static async Task<int> RunAsync(string queue, string? host, bool dryRun, CommandRun run)
    {
        var settings = OperatorServices.Settings(null, run.Settings);
        var retention = settings.GetSection(RetentionOptions.Section).Get<RetentionOptions>() ?? new RetentionOptions();
        await using var bus = ServiceBusLetters.Find(host, settings);
        IDeadLetters letters = bus is not null ? bus : new StorageDeadLetters(new QueueServiceClient(AccountOf(settings)));
        return await new RedriveCommand(letters, retention, TimeProvider.System, run.Says).RunAsync(queue, dryRun, CancellationToken.None);
    }

    private static string KnownQueue(string name) =>
        QueueNames.All.Contains(name) ? name : throw new FormatException($"--queue is one of {string.Join(", ", QueueNames.All)}.");

    private static string AccountOf(IConfiguration settings) =>
        settings.GetSection(StorageOptions.Section).Get<StorageOptions>()?.ConnectionString
        ?? throw new FormatException(
            "redrive needs --namespace and a Service Bus host, or ServiceBus (the emulator) "
                + "or Storage:ConnectionString (Azurite) in the settings."
        );

    /// <summary>Shows them and, unless they are to be shown only, puts them back; 0.</summary>
    public async Task<int> RunAsync(string queue, bool dryRun, CancellationToken cancellationToken)
    {
        var (back, left) = (0, 0);
        await foreach (var letter in new Redriver(letters, retention, time).RunAsync(queue, dryRun, cancellationToken))
        {
            (back, left) = letter.IsTooOld ? (back, left + 1) : (back + 1, left);
            await says.WriteLineAsync(LineOf(letter));
        }

        await says.WriteLineAsync(
            (back + left, dryRun) switch
            {
                (0, _) => $"{queue} has no dead letters.",
                (_, true) => $"{back} would be put back into {queue}, {left} left. Nothing was moved: --dry-run.",
                _ => $"{back} put back into {queue}, {left} left.",
            }
        );
        return 0;
    }

    private static string LineOf(RedrivenLetter letter)
    {
        var age =
            letter.Age.TotalHours >= 48 ? $"{letter.Age.TotalDays:0} days"
            : letter.Age.TotalMinutes >= 120 ? $"{letter.Age.TotalHours:0} h"
            : $"{letter.Age.TotalMinutes:0} min";
        return $"  {letter.View.Id}  {letter.View.Schema}  {letter.Reason ?? "reason not known"}  "
            + $"{age}{(letter.IsTooOld ? "  left: older than Retention:FiledDays, it would be told once more" : "")}";
    }
}
