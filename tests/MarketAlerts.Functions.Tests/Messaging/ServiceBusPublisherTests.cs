using MarketAlerts.Core.Pipeline;
using MarketAlerts.Functions.Messaging;

namespace MarketAlerts.Functions.Tests.Messaging;

public sealed class ServiceBusPublisherTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Later = new(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);
    private readonly FakeServiceBusClient _client = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task PublishAsync_SetsTheId_WhenTheMessageIsForNow()
    {
        await new ServiceBusPublisher(_client).PublishAsync(new OutgoingMessage("deliveries", "id-1", "{\"a\":1}"), Token);

        var (queue, message) = _client.Sent.ShouldHaveSingleItem();
        (queue, message.MessageId, message.Body.ToString(), message.ContentType).ShouldBe(("deliveries", "id-1", "{\"a\":1}", "application/json"));
        message.ScheduledEnqueueTime.ShouldBe(default);
    }

    [Fact]
    public async Task PublishAsync_SchedulesTheMessage_WhenItIsForLater()
    {
        await new ServiceBusPublisher(_client).PublishAsync(new OutgoingMessage("deliveries", "id-1", "x", Later), Token);

        _client.Sent.ShouldHaveSingleItem().Message.ScheduledEnqueueTime.ShouldBe(Later);
    }

    [Fact]
    public async Task PublishAsync_OpensOneSenderAQueue_WhenThereAreSeveralMessages()
    {
        var publisher = new ServiceBusPublisher(_client);
        foreach (var queue in new[] { "deliveries", "market-events", "deliveries" })
        {
            await publisher.PublishAsync(new OutgoingMessage(queue, "id", "x"), Token);
        }

        _client.Opened.ShouldBe(["deliveries", "market-events"]);
        _client.Sent.Select(sent => sent.Queue).ShouldBe(["deliveries", "market-events", "deliveries"]);
    }
}
