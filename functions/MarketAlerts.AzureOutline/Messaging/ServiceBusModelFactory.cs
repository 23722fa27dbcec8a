namespace Azure.Messaging.ServiceBus;

/// <summary>Makes, for tests, what otherwise only the service makes.</summary>
public static class ServiceBusModelFactory
{
    /// <summary>Makes a batch.</summary>
    /// <param name="batchSizeBytes">The size it starts with.</param>
    /// <param name="batchMessageStore">Where its messages go.</param>
    /// <param name="batchOptions">Its limit; none unless given.</param>
    /// <param name="tryAddCallback">Whether a message may be added; always unless given.</param>
    /// <returns>The batch.</returns>
    public static ServiceBusMessageBatch ServiceBusMessageBatch(
        long batchSizeBytes,
        IList<ServiceBusMessage> batchMessageStore,
        CreateMessageBatchOptions? batchOptions = default,
        Func<ServiceBusMessage, bool>? tryAddCallback = default) =>
        new(batchSizeBytes, batchOptions?.MaxSizeInBytes ?? long.MaxValue, batchMessageStore, tryAddCallback ?? (_ => true));

    /// <summary>Makes a received message; of what it can be given only what the outline shows.</summary>
    /// <param name="body">The body.</param>
    /// <param name="messageId">The id.</param>
    /// <param name="properties">Further values.</param>
    /// <param name="sequenceNumber">The number the queue gave it.</param>
    /// <param name="enqueuedTime">When it was sent.</param>
    /// <returns>The message.</returns>
    public static ServiceBusReceivedMessage ServiceBusReceivedMessage(
        BinaryData? body = default, string? messageId = default, IDictionary<string, object>? properties = default, long sequenceNumber = default,
        DateTimeOffset enqueuedTime = default) =>
        new(body ?? BinaryData.Empty, messageId ?? "", properties ?? new Dictionary<string, object>(), sequenceNumber, enqueuedTime);
}
