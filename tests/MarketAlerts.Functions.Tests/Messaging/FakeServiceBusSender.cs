using Azure.Messaging.ServiceBus;

namespace MarketAlerts.Functions.Tests.Messaging;

internal sealed class FakeServiceBusSender(string queue, List<(string Queue, ServiceBusMessage Message)> sent) : ServiceBusSender
{
    public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
    {
        sent.Add((queue, message));
        return Task.CompletedTask;
    }
}
