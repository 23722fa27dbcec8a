using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.Functions.Messaging;

/// <summary>
/// Publishes to Service Bus: the message's id feeds duplicate detection, its time the scheduled enqueue. What fails (a queue that is busy,
/// a message too large) is thrown once the client has given up repeating: whoever publishes is run again and publishes the same ids.
/// </summary>
internal sealed class ServiceBusPublisher(ServiceBusClient client) : IMessagePublisher
{
    private readonly ConcurrentDictionary<string, ServiceBusSender> _senders = new();

    /// <inheritdoc/>
    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        SenderOf(message.Queue).SendMessageAsync(Wrap(message), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">One is larger than the queue takes; those before it are stored.</exception>
    public async Task PublishAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var queue in messages.GroupBy(message => message.Queue))
        {
            await SendAsync(SenderOf(queue.Key), queue, cancellationToken);
        }
    }

    private static async Task SendAsync(ServiceBusSender sender, IEnumerable<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        var batch = await sender.CreateMessageBatchAsync(cancellationToken);
        try
        {
            foreach (var message in messages)
            {
                var outgoing = Wrap(message);
                if (batch.TryAddMessage(outgoing))
                {
                    continue;
                }

                if (batch.Count > 0)
                {
                    await sender.SendMessagesAsync(batch, cancellationToken);
                    batch.Dispose();
                    batch = await sender.CreateMessageBatchAsync(cancellationToken);
                }

                if (!batch.TryAddMessage(outgoing))
                {
                    throw new InvalidOperationException(
                        $"Message {message.Id} of {outgoing.Body.ToMemory().Length} bytes is larger than queue {message.Queue} takes."
                    );
                }
            }

            if (batch.Count > 0)
            {
                await sender.SendMessagesAsync(batch, cancellationToken);
            }
        }
        finally
        {
            batch.Dispose();
        }
    }

    private static ServiceBusMessage Wrap(OutgoingMessage message)
    {
        var outgoing = new ServiceBusMessage(message.Content) { MessageId = message.Id, ContentType = "application/json" };
        if (message.NotBefore is { } instant)
        {
            outgoing.ScheduledEnqueueTime = instant;
        }

        return outgoing;
    }

    private ServiceBusSender SenderOf(string queue) => _senders.GetOrAdd(queue, client.CreateSender);
}
