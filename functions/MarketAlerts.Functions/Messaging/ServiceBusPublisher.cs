using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.Functions.Messaging;

/// <summary>Publishes to Service Bus: the message's id feeds duplicate detection, its time the scheduled enqueue.</summary>
public sealed class ServiceBusPublisher(ServiceBusClient client) : IMessagePublisher
{
    private readonly ConcurrentDictionary<string, ServiceBusSender> _senders = new();

    /// <inheritdoc/>
    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var outgoing = new ServiceBusMessage(message.Content) { MessageId = message.Id, ContentType = "application/json" };
        if (message.NotBefore is { } instant)
        {
            outgoing.ScheduledEnqueueTime = instant;
        }

        return _senders.GetOrAdd(message.Queue, client.CreateSender).SendMessageAsync(outgoing, cancellationToken);
    }
}
