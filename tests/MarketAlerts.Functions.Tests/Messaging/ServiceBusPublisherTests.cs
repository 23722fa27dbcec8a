using Azure.Messaging.ServiceBus;
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

    [Fact]
    public async Task PublishAsync_FillsOneBatchAfterTheOther_InTheOrderOfTheMessages()
    {
        _client.MostABatch = 2;

        await new ServiceBusPublisher(_client).PublishAsync([.. Enumerable.Range(1, 5).Select(number => new OutgoingMessage("deliveries", $"id-{number}", "x", Later.AddSeconds(number)))], Token);

        _client.Batches.ShouldBe([2, 2, 1]);
        _client.Sent.Select(sent => (sent.Message.MessageId!, sent.Message.ScheduledEnqueueTime))
            .ShouldBe(Enumerable.Range(1, 5).Select(number => ($"id-{number}", Later.AddSeconds(number))));
    }

    [Fact]
    public async Task PublishAsync_BatchesByQueue_AndSendsNoneWhenThereIsNothing()
    {
        var publisher = new ServiceBusPublisher(_client);

        await publisher.PublishAsync([], Token);
        await publisher.PublishAsync([new("deliveries", "a", "x"), new("news-feeds", "b", "x"), new("deliveries", "c", "x")], Token);

        _client.Batches.ShouldBe([2, 1]);
        _client.Sent.Select(sent => (sent.Queue, sent.Message.MessageId)).ShouldBe([("deliveries", "a"), ("deliveries", "c"), ("news-feeds", "b")]);
    }

    [Fact]
    public async Task PublishAsync_NamesTheMessage_WhenOneIsTooLarge()
    {
        _client.MostBytes = 4;

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => new ServiceBusPublisher(_client).PublishAsync([new("deliveries", "a", "1234"), new("deliveries", "b", "12345"), new("deliveries", "c", "x")], Token));

        failure.Message.ShouldBe("Message b of 5 bytes is larger than queue deliveries takes.");
        _client.Sent.ShouldHaveSingleItem().Message.MessageId.ShouldBe("a");
        (await Should.ThrowAsync<ServiceBusException>(() => new ServiceBusPublisher(_client).PublishAsync(new OutgoingMessage("deliveries", "b", "12345"), Token)))
            .Reason.ShouldBe(ServiceBusFailureReason.MessageSizeExceeded);
    }

    [Fact]
    public async Task PublishAsync_PassesOnThatTheServiceIsBusy_AndGivesTheSameIdsAgain()
    {
        var publisher = new ServiceBusPublisher(_client);
        OutgoingMessage[] messages = [new("deliveries", "a", "x"), new("deliveries", "b", "x")];
        _client.IsBusy = true;

        (await Should.ThrowAsync<ServiceBusException>(() => publisher.PublishAsync(messages, Token))).Reason.ShouldBe(ServiceBusFailureReason.ServiceBusy);
        (await Should.ThrowAsync<ServiceBusException>(() => publisher.PublishAsync(messages[0], Token))).IsTransient.ShouldBeTrue();
        _client.Sent.ShouldBeEmpty();

        _client.IsBusy = false;
        await publisher.PublishAsync(messages, Token);
        _client.Sent.Select(sent => sent.Message.MessageId).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task PublishAsync_UsesNoSession_AndNoPartition()
    {
        var publisher = new ServiceBusPublisher(_client);

        await publisher.PublishAsync(new OutgoingMessage("deliveries", "a", "x"), Token);
        await publisher.PublishAsync([new("deliveries", "b", "x")], Token);

        _client.Sent.ShouldAllBe(sent => sent.Message.SessionId == null && sent.Message.PartitionKey == null);
    }
}
