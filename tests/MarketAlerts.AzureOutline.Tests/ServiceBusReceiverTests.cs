using Azure.Messaging.ServiceBus;

namespace MarketAlerts.AzureOutline.Tests;

public sealed class ServiceBusReceiverTests
{
    [Fact]
    public async Task ReceiveMessagesAsync_IsRefused_WhenTheBuildIsAnOutline()
    {
        await using var client = new ServiceBusClient("Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=b");
        await using var receiver = client.CreateReceiver("deliveries", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

        var refusal = await Should.ThrowAsync<PlatformNotSupportedException>(() => receiver.ReceiveMessagesAsync(1, cancellationToken: TestContext.Current.CancellationToken));

        refusal.Message.ShouldStartWith("ServiceBusReceiver.ReceiveMessagesAsync needs the real Azure packages");
    }

    [Fact]
    public async Task Settling_IsRefused_WhenTheBuildIsAnOutline()
    {
        await using var client = new ServiceBusClient("Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=b");
        await using var receiver = client.CreateReceiver("deliveries", new ServiceBusReceiverOptions());
        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(messageId: "a");

        await Should.ThrowAsync<PlatformNotSupportedException>(() => receiver.CompleteMessageAsync(message, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<PlatformNotSupportedException>(() => receiver.AbandonMessageAsync(message, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void DeadLetterReason_IsTheBussProperty_WhenThereIsOne()
    {
        ServiceBusModelFactory.ServiceBusReceivedMessage(properties: new Dictionary<string, object> { ["DeadLetterReason"] = "TTLExpiredException" }).DeadLetterReason.ShouldBe("TTLExpiredException");
        ServiceBusModelFactory.ServiceBusReceivedMessage().DeadLetterReason.ShouldBeNull();
    }
}
