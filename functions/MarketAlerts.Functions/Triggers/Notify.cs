using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Delivery;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Flushes one bucket of subscribers: one message each, of all that waits.</summary>
public sealed class Notify(Notifier notifier)
{
    /// <inheritdoc cref="Notify"/>
    [Function(nameof(Notify))]
    public Task RunAsync(
        [ServiceBusTrigger(QueueNames.Deliveries, Connection = ServiceBusOptions.Section)] string message,
        CancellationToken cancellationToken
    ) => ReceivedMessage.HandleAsync<DueBucket>(message, due => notifier.FlushAsync(due.Bucket, cancellationToken));
}
