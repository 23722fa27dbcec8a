using Azure.Messaging.ServiceBus;
using MarketAlerts.Core.Messages;
using MarketAlerts.Functions.Messaging;
using MarketAlerts.Testing.ServiceBus;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Functions.Tests.Messaging;

/// <summary>The publisher on the real client, against a broker that speaks AMQP.</summary>
public sealed class ServiceBusPublisherTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);
    private static readonly ServiceBusClientOptions Impatient = new() { RetryOptions = new ServiceBusRetryOptions { MaxRetries = 0 } };
    private readonly FakeTimeProvider _time = new(Now);
    private BrokerDouble _broker = null!;
    private ServiceBusClient _client = null!;
    private ServiceBusPublisher _publisher = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _broker = BrokerDouble.Start(_time, "deliveries", "market-events", "news-feeds");
        _client = new ServiceBusClient(_broker.ConnectionString, Impatient);
        _publisher = new ServiceBusPublisher(_client);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _broker.DisposeAsync();
    }

    [Fact]
    public async Task PublishAsync_SetsTheId_WhenTheMessageIsForNow()
    {
        await _publisher.PublishAsync(new OutgoingMessage("deliveries", "id-1", "{\"a\":1}"), Token);

        var message = _broker.Queue("deliveries").Messages.ShouldHaveSingleItem();
        (message.Id, message.Body, message.ContentType, message.NotBefore).ShouldBe(("id-1", "{\"a\":1}", "application/json", null));
    }

    [Fact]
    public async Task PublishAsync_SchedulesTheMessage_WhenItIsForLater()
    {
        await _publisher.PublishAsync(new OutgoingMessage("deliveries", "id-1", "x", Now.AddSeconds(30)), Token);
        await using var receiver = _client.CreateReceiver("deliveries");

        _broker.Queue("deliveries").Messages.ShouldHaveSingleItem().NotBefore.ShouldBe(Now.AddSeconds(30));
        var waiting = receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(30), Token);
        waiting.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(30));
        (await waiting).MessageId.ShouldBe("id-1");
    }

    [Fact]
    public async Task PublishAsync_SignsInOnceAQueue_WhenThereAreSeveralMessages()
    {
        foreach (var queue in new[] { "deliveries", "market-events", "deliveries" })
        {
            await _publisher.PublishAsync(new OutgoingMessage(queue, "id", "x"), Token);
        }

        _broker.SignIn.Audiences.Select(audience => audience.Split('/')[^1]).ShouldBe(["deliveries", "market-events"]);
        (_broker.Queue("deliveries").Messages.Count, _broker.Queue("market-events").Messages.Count).ShouldBe((2, 1));
    }

    [Fact]
    public async Task PublishAsync_FillsOneBatchAfterTheOther_InTheOrderOfTheMessages()
    {
        _broker.Queue("deliveries").MostBytes = 2_048; // Two of these fit, three do not.

        await _publisher.PublishAsync(
            [.. Numbered(5).Select(id => new OutgoingMessage("deliveries", id, new string('x', 700), Now.AddSeconds(1)))],
            Token
        );

        _broker.Queue("deliveries").Batches.ShouldBe([2, 2, 1]);
        _broker
            .Queue("deliveries")
            .Messages.Select(message => (message.Id, message.NotBefore))
            .ShouldBe(Numbered(5).Select(id => ((string?)id, (DateTimeOffset?)Now.AddSeconds(1))));
    }

    [Fact]
    public async Task PublishAsync_BatchesByQueue_AndSendsNoneWhenThereIsNothing()
    {
        await _publisher.PublishAsync([], Token);
        _broker.SignIn.Audiences.ShouldBeEmpty();

        await _publisher.PublishAsync([new("deliveries", "a", "x"), new("news-feeds", "b", "x"), new("deliveries", "c", "x")], Token);

        (_broker.Queue("deliveries").Batches.ShouldHaveSingleItem(), _broker.Queue("news-feeds").Batches.ShouldHaveSingleItem()).ShouldBe(
            (2, 1)
        );
        _broker.Queue("deliveries").Messages.Select(message => message.Id).ShouldBe(["a", "c"]);
    }

    [Fact]
    public async Task PublishAsync_NamesTheMessage_WhenOneIsTooLarge()
    {
        _broker.Queue("deliveries").MostBytes = 1_024;
        OutgoingMessage[] messages =
        [
            new("deliveries", "a", "x"),
            new("deliveries", "b", new string('x', 2_000)),
            new("deliveries", "c", "x"),
        ];

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => _publisher.PublishAsync(messages, Token));

        failure.Message.ShouldBe("Message b of 2000 bytes is larger than queue deliveries takes.");
        _broker.Queue("deliveries").Messages.ShouldHaveSingleItem().Id.ShouldBe("a");
        (await Should.ThrowAsync<ServiceBusException>(() => _publisher.PublishAsync(messages[1], Token))).Reason.ShouldBe(
            ServiceBusFailureReason.MessageSizeExceeded
        );
    }

    [Fact]
    public async Task PublishAsync_PassesOnThatTheServiceTakesNothing_AndGivesTheSameIdsAgain()
    {
        OutgoingMessage[] messages = [new("deliveries", "a", "x"), new("deliveries", "b", "x")];
        _broker.Queue("deliveries").Refusal = "com.microsoft:timeout";

        (await Should.ThrowAsync<ServiceBusException>(() => _publisher.PublishAsync(messages, Token))).Reason.ShouldBe(
            ServiceBusFailureReason.ServiceTimeout
        );
        (await Should.ThrowAsync<ServiceBusException>(() => _publisher.PublishAsync(messages[0], Token))).IsTransient.ShouldBeTrue();
        _broker.Queue("deliveries").Messages.ShouldBeEmpty();

        _broker.Queue("deliveries").Refusal = null;
        await _publisher.PublishAsync(messages, Token);
        _broker.Queue("deliveries").Messages.Select(message => message.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task PublishAsync_UsesNoSession_AndNoPartition()
    {
        await _publisher.PublishAsync(new OutgoingMessage("deliveries", "a", "x"), Token);
        await _publisher.PublishAsync([new("deliveries", "b", "x"), new("deliveries", "c", "x")], Token);

        _broker.Queue("deliveries").Messages.Count.ShouldBe(3);
        _broker.Queue("deliveries").Messages.ShouldAllBe(message => message.SessionId == null && message.PartitionKey == null);
    }

    [Fact]
    public async Task PublishAsync_IsKeptOnce_WhenItIsPublishedAgainUnderTheSameId()
    {
        _broker.Queue("deliveries").DropsDuplicates = true;

        await _publisher.PublishAsync(new OutgoingMessage("deliveries", "a", "x"), Token);
        await _publisher.PublishAsync([new("deliveries", "a", "x"), new("deliveries", "b", "x")], Token);

        _broker.Queue("deliveries").Messages.Select(message => message.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task PublishAsync_Throws_WhenNobodyIsLetInOrTheQueueIsNotThere()
    {
        (
            await Should.ThrowAsync<ServiceBusException>(() => _publisher.PublishAsync(new OutgoingMessage("nowhere", "a", "x"), Token))
        ).Reason.ShouldBe(ServiceBusFailureReason.MessagingEntityNotFound);

        _broker.SignIn.Refuses = true;
        await Should.ThrowAsync<UnauthorizedAccessException>(() =>
            _publisher.PublishAsync(new OutgoingMessage("deliveries", "a", "x"), Token)
        );
    }

    private static IEnumerable<string> Numbered(int count) => Enumerable.Range(1, count).Select(number => $"id-{number}");
}
