namespace Azure.Messaging.ServiceBus;

/// <summary>How a client connects.</summary>
public class ServiceBusClientOptions
{
    /// <summary>A name for the client in logs; null means that one is made up.</summary>
    public string? Identifier { get; set; }

    /// <summary>The protocol.</summary>
    public ServiceBusTransportType TransportType { get; set; }

    /// <summary>How often and how long a call is tried.</summary>
    public ServiceBusRetryOptions RetryOptions { get; set; } = new();
}
