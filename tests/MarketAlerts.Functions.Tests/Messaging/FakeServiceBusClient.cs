using Azure.Messaging.ServiceBus;

namespace MarketAlerts.Functions.Tests.Messaging;

/// <summary>Keeps what would be sent.</summary>
internal sealed class FakeServiceBusClient : ServiceBusClient
{
    public List<string> Opened { get; } = [];

    public List<(string Queue, ServiceBusMessage Message)> Sent { get; } = [];

    /// <summary>How many messages went together.</summary>
    public List<int> Batches { get; } = [];

    /// <summary>How many messages fit in a batch.</summary>
    public int MostABatch { get; set; } = int.MaxValue;

    /// <summary>How many bytes a message may have.</summary>
    public int MostBytes { get; set; } = int.MaxValue;

    /// <summary>Whether the service asks for patience, after all repetitions of the client.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Whether nothing can be sent.</summary>
    public bool Down { get; set; }

    public override ServiceBusSender CreateSender(string queueOrTopicName)
    {
        Opened.Add(queueOrTopicName);
        return Down ? throw new IOException("down") : new FakeServiceBusSender(queueOrTopicName, this);
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
