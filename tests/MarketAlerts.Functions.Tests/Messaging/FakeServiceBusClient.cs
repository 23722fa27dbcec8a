using Azure.Messaging.ServiceBus;

namespace MarketAlerts.Functions.Tests.Messaging;

/// <summary>Keeps what would be sent.</summary>
internal sealed class FakeServiceBusClient : ServiceBusClient
{
    public List<string> Opened { get; } = [];

    public List<(string Queue, ServiceBusMessage Message)> Sent { get; } = [];

    /// <summary>Whether nothing can be sent.</summary>
    public bool Down { get; set; }

    public override ServiceBusSender CreateSender(string queueOrTopicName)
    {
        Opened.Add(queueOrTopicName);
        return Down ? throw new IOException("down") : new FakeServiceBusSender(queueOrTopicName, Sent);
    }

    /// <summary>What receivers give, and what is done to it.</summary>
    public FakeServiceBusReceiver Receiver { get; } = new();

    /// <summary>Which queue within which queue was opened.</summary>
    public List<(string Queue, SubQueue Within)> Received { get; } = [];

    public override ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options)
    {
        Received.Add((queueName, options.SubQueue));
        return Receiver;
    }
}
