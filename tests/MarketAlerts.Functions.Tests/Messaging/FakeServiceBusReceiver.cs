using Azure.Messaging.ServiceBus;

namespace MarketAlerts.Functions.Tests.Messaging;

/// <summary>Gives messages that nobody has locked, and keeps what is done to them.</summary>
internal sealed class FakeServiceBusReceiver : ServiceBusReceiver
{
    private readonly HashSet<long> _locked = [];

    public List<ServiceBusReceivedMessage> Messages { get; } = [];

    public List<string> Done { get; } = [];

    /// <summary>What receiving, completing and abandoning say instead.</summary>
    public Exception? Refusal { get; set; }

    public override Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
        int maxMessages, TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default) =>
        Refusal is not null ? Task.FromException<IReadOnlyList<ServiceBusReceivedMessage>>(Refusal) : Task.FromResult<IReadOnlyList<ServiceBusReceivedMessage>>([.. Messages.Where(message => _locked.Add(message.SequenceNumber)).Take(maxMessages)]);

    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
    {
        Done.Add($"complete {message.SequenceNumber}");
        Messages.Remove(message);
        return Task.CompletedTask;
    }

    public override Task AbandonMessageAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default)
    {
        if (Refusal is not null)
        {
            return Task.FromException(Refusal);
        }

        Done.Add($"abandon {message.SequenceNumber}");
        _locked.Remove(message.SequenceNumber);
        return Task.CompletedTask;
    }
}
