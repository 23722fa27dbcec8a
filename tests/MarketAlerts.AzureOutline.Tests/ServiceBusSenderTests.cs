using Azure.Messaging.ServiceBus;

namespace MarketAlerts.AzureOutline.Tests;

public sealed class ServiceBusSenderTests
{
    private static readonly DateTimeOffset Later = new(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);

    public static TheoryData<string, Func<ServiceBusSender, Task>> Calls { get; } = new()
    {
        { "SendMessageAsync", sender => sender.SendMessageAsync(new ServiceBusMessage()) },
        { "SendMessagesAsync", sender => sender.SendMessagesAsync([new ServiceBusMessage()]) },
        { "SendMessagesAsync", sender => sender.SendMessagesAsync(ServiceBusModelFactory.ServiceBusMessageBatch(0, [])) },
        { "CreateMessageBatchAsync", sender => sender.CreateMessageBatchAsync().AsTask() },
        { "CreateMessageBatchAsync", sender => sender.CreateMessageBatchAsync(new CreateMessageBatchOptions()).AsTask() },
        { "ScheduleMessageAsync", sender => sender.ScheduleMessageAsync(new ServiceBusMessage(), Later) },
    };

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public async Task Call_SaysWhatToDo_WhenItWouldReachAzure(string name, Func<ServiceBusSender, Task> call)
    {
        await using var client = new ServiceBusClient("Endpoint=sb://alerts.servicebus.windows.net/");
        await using var sender = client.CreateSender("events");

        var failure = await Should.ThrowAsync<PlatformNotSupportedException>(() => call(sender));

        failure.Message.ShouldBe(
            $"ServiceBusSender.{name} needs the real Azure packages and this is an outline build: delete azure-packages.props, restore from a NuGet feed that has them, and build again.");
    }

    [Fact]
    public async Task SendMessageAsync_ReachesTheFake_WhenDerived()
    {
        var sender = new FakeSender();
        var message = new ServiceBusMessage("body");

        await sender.SendMessageAsync(message, TestContext.Current.CancellationToken);

        sender.Sent.ShouldBe([message]);
    }

    private sealed class FakeSender : ServiceBusSender
    {
        public List<ServiceBusMessage> Sent { get; } = [];

        public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
        {
            Sent.Add(message);
            return Task.CompletedTask;
        }
    }
}
