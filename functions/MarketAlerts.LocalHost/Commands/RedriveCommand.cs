using Azure.Storage.Queues;
using MarketAlerts.Adapters.Messaging;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Functions.Composition;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Shows the dead letters of a queue and puts them back.</summary>
/// <param name="letters">The dead letters.</param>
/// <param name="retention">How long what was filed is known.</param>
/// <param name="time">The clock.</param>
/// <param name="says">Where they are shown.</param>
public sealed class RedriveCommand(IDeadLetters letters, RetentionOptions retention, TimeProvider time, TextWriter says)
{
    /// <summary>Runs it on the queues of a namespace, of the emulator in the settings or of the settings' account.</summary>
    /// <exception cref="FormatException">There is no such queue.</exception>
    public static async Task<int> RunAsync(CommandLine command, IConfiguration settings, TextWriter says)
    {
        var queue = QueueNames.All.Contains(command.Queue!)
            ? command.Queue!
            : throw new FormatException($"--queue is one of {string.Join(", ", QueueNames.All)}.");
        var retention = settings.GetSection(RetentionOptions.Section).Get<RetentionOptions>() ?? new RetentionOptions();
        await using var bus = ServiceBusLetters.Find(command.Namespace, settings);
        if (bus is not null)
        {
            return await new RedriveCommand(bus, retention, TimeProvider.System, says).RunAsync(
                queue,
                command.DryRun,
                CancellationToken.None
            );
        }

        var account =
            settings.GetSection(StorageOptions.Section).Get<StorageOptions>()?.ConnectionString
            ?? throw new FormatException(
                "redrive needs --namespace and a Service Bus host, or ServiceBus (the emulator) "
                    + "or Storage:ConnectionString (Azurite) in the settings."
            );
        return await new RedriveCommand(
            new StorageDeadLetters(new QueueServiceClient(account)),
            retention,
            TimeProvider.System,
            says
        ).RunAsync(queue, command.DryRun, CancellationToken.None);
    }

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
        return $"  {letter.View.Id}  {letter.View.Schema}  {letter.Reason ?? "reason not known"}  {age}{(letter.IsTooOld ? "  left: older than Retention:FiledDays, it would be told once more" : "")}";
    }
}
