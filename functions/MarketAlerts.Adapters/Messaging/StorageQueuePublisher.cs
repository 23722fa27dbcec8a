using System.Collections.Concurrent;
using Azure.Storage.Queues;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.Adapters.Messaging;

/// <summary>Publishes to storage queues: the transport of laptops and tests.</summary>
public sealed class StorageQueuePublisher(QueueServiceClient service, TimeProvider time) : IMessagePublisher
{
    private readonly ConcurrentDictionary<string, StorageQueue> _queues = new();

    /// <inheritdoc/>
    public async Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (!_queues.TryGetValue(message.Queue, out var queue))
        {
            queue = _queues[message.Queue] = await StorageQueue.OpenAsync(service, message.Queue, cancellationToken);
        }

        var delay = message.NotBefore is { } instant ? instant - time.GetUtcNow() : TimeSpan.Zero;
        await queue.SendAsync(message, delay, cancellationToken);
    }
}
