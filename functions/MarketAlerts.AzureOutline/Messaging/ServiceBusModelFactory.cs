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
}
