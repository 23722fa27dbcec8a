namespace Azure.Messaging.ServiceBus;

/// <summary>The protocol a client speaks.</summary>
public enum ServiceBusTransportType
{
    /// <summary>AMQP over TCP, port 5671.</summary>
    AmqpTcp = 0,

    /// <summary>AMQP over web sockets, port 443.</summary>
    AmqpWebSockets = 1,
}
