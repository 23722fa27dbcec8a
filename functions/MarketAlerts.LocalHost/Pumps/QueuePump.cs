using Azure.Storage.Queues;
using MarketAlerts.Adapters.Messaging;
using MarketAlerts.LocalHost.Functions;

namespace MarketAlerts.LocalHost.Pumps;

/// <summary>
/// Feeds the queue functions: several messages at a time, deleted when the function returns, left to come back when it throws, poison after
/// the maximum.
/// </summary>
internal sealed partial class QueuePump(
    FunctionCatalog catalog,
    QueueServiceClient service,
    MessageHandler handler,
    TimeProvider time,
    ILogger<QueuePump> logger
) : BackgroundService
{
    private const int MessagesAtATime = 16;
    private static readonly TimeSpan HiddenWhileInWork = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseWhenEmpty = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(catalog.Queues.Select(function => PumpAsync(function, stoppingToken)));

    private async Task PumpAsync(QueueFunction function, CancellationToken stopping)
    {
        StorageQueue? queue = null;
        while (!stopping.IsCancellationRequested)
        {
            var pause = PauseAfterFailure;
            try
            {
                queue ??= await StorageQueue.OpenAsync(service, function.Queue, stopping);
                pause = await PumpOnceAsync(function, queue, stopping) ? TimeSpan.Zero : PauseWhenEmpty;
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                queue = null; // It may be gone, as after a restart of an Azurite that keeps nothing.
                LogUnreachable(failure, function.Queue);
            }

            await Task.Delay(pause, time, stopping);
        }
    }

    private async Task<bool> PumpOnceAsync(QueueFunction function, StorageQueue queue, CancellationToken stopping)
    {
        var messages = await queue.ReceiveAsync(MessagesAtATime, HiddenWhileInWork, stopping);
        await Task.WhenAll(messages.Select(message => handler.HandleAsync(queue, function, message, stopping)));
        return messages.Count > 0;
    }

    [LoggerMessage(LogLevel.Warning, "Queue {Queue} cannot be read; trying again.")]
    private partial void LogUnreachable(Exception failure, string queue);
}
