namespace Azure.Messaging.ServiceBus;

/// <summary>A message as it was received; tests make one with <see cref="ServiceBusModelFactory"/>.</summary>
public class ServiceBusReceivedMessage
{
    private const string DeadLetterReasonProperty = "DeadLetterReason";

    internal ServiceBusReceivedMessage(BinaryData body, string messageId, IDictionary<string, object> properties, long sequenceNumber, DateTimeOffset enqueuedTime)
    {
        (Body, MessageId, SequenceNumber, EnqueuedTime) = (body, messageId, sequenceNumber, enqueuedTime);
        ApplicationProperties = properties.AsReadOnly();
    }

    /// <summary>The body.</summary>
    public BinaryData Body { get; }

    /// <summary>The id that its sender gave it.</summary>
    public string MessageId { get; }

    /// <summary>The number that the queue gave it.</summary>
    public long SequenceNumber { get; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset EnqueuedTime { get; }

    /// <summary>Further values.</summary>
    public IReadOnlyDictionary<string, object> ApplicationProperties { get; }

    /// <summary>Why it is a dead letter, or null.</summary>
    public string? DeadLetterReason => ApplicationProperties.TryGetValue(DeadLetterReasonProperty, out var reason) ? reason as string : null;
}
