namespace Azure.Messaging.ServiceBus;

/// <summary>How to receive.</summary>
public class ServiceBusReceiverOptions
{
    /// <summary>The queue itself or one within it.</summary>
    public SubQueue SubQueue { get; set; }

    /// <summary>What receiving does to a message.</summary>
    public ServiceBusReceiveMode ReceiveMode { get; set; }

    /// <summary>How many messages to fetch ahead.</summary>
    public int PrefetchCount { get; set; }
}
