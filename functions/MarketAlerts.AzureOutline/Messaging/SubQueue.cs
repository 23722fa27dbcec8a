namespace Azure.Messaging.ServiceBus;

/// <summary>A queue within a queue.</summary>
public enum SubQueue
{
    /// <summary>The queue itself.</summary>
    None = 0,

    /// <summary>Its dead letters.</summary>
    DeadLetter = 1,

    /// <summary>What could not be forwarded.</summary>
    TransferDeadLetter = 2,
}
