using Azure.Messaging.ServiceBus;

namespace MarketAlerts.Functions.Tests.Messaging;

/// <summary>Takes a few messages a batch, and refuses what is too large and, when it is busy, everything.</summary>
internal sealed class FakeServiceBusSender(string queue, FakeServiceBusClient client) : ServiceBusSender
{
    private readonly Dictionary<ServiceBusMessageBatch, List<ServiceBusMessage>> _batches = [];

    public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
    {
        Check(message);
        client.Sent.Add((queue, message));
        return Task.CompletedTask;
    }

    public override ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default)
    {
        var store = new List<ServiceBusMessage>();
        var batch = ServiceBusModelFactory.ServiceBusMessageBatch(0, store, null, message => store.Count < client.MostABatch && !IsTooLarge(message));
        _batches.Add(batch, store);
        return new(batch);
    }

    public override Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default)
    {
        var messages = _batches[messageBatch];
        messages.ForEach(Check);
        client.Batches.Add(messages.Count);
        client.Sent.AddRange(messages.Select(message => (queue, message)));
        return Task.CompletedTask;
    }

    private void Check(ServiceBusMessage message)
    {
        if (client.IsBusy)
        {
            throw new ServiceBusException("busy", ServiceBusFailureReason.ServiceBusy, queue);
        }

        if (IsTooLarge(message))
        {
            throw new ServiceBusException("large", ServiceBusFailureReason.MessageSizeExceeded, queue);
        }
    }

    private bool IsTooLarge(ServiceBusMessage message) => message.Body.ToMemory().Length > client.MostBytes;
}
