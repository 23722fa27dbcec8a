namespace Azure.Messaging.ServiceBus;

/// <summary>How large a batch may become.</summary>
public class CreateMessageBatchOptions
{
    /// <summary>The limit in bytes; null means what the queue or topic allows.</summary>
    public long? MaxSizeInBytes { get; set; }
}
