using Azure.Messaging.ServiceBus;

namespace MarketAlerts.Functions.Tests.Messaging;

/// <summary>Keeps what would be sent.</summary>
internal sealed class FakeServiceBusClient : ServiceBusClient
{
    public List<string> Opened { get; } = [];

    public List<(string Queue, ServiceBusMessage Message)> Sent { get; } = [];

    public override ServiceBusSender CreateSender(string queueOrTopicName)
    {
        Opened.Add(queueOrTopicName);
        return new FakeServiceBusSender(queueOrTopicName, Sent);
    }
}
