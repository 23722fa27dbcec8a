using Azure.Messaging.ServiceBus;
using MarketAlerts.Testing.ServiceBus;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Functions.Tests.Messaging;

/// <summary>
/// The broker does with the real client what Service Bus is documented to do:
/// https://learn.microsoft.com/azure/service-bus-messaging/message-transfers-locks-settlement.
/// </summary>
public sealed class BrokerDoubleTests : IAsyncLifetime
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 1, 27, 14, 31, 0, TimeSpan.Zero));
    private BrokerDouble _broker = null!;
    private ServiceBusClient _client = null!;
    private ServiceBusReceiver _receiver = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _broker = BrokerDouble.Start(_time, "deliveries");
        _client = new ServiceBusClient(_broker.ConnectionString);
        _receiver = _client.CreateReceiver("deliveries");
        await _client
            .CreateSender("deliveries")
            .SendMessageAsync(new ServiceBusMessage("text") { MessageId = "a", ApplicationProperties = { ["of"] = "mine" } }, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _broker.DisposeAsync();
    }

    [Fact]
    public async Task Message_ArrivesAsItWasSent()
    {
        var message = await _receiver.ReceiveMessageAsync(Wait, Token);

        (message.MessageId, message.Body.ToString(), message.DeliveryCount, message.SequenceNumber, message.EnqueuedTime).ShouldBe(
            ("a", "text", 1, 1L, _time.GetUtcNow())
        );
        message.ApplicationProperties["of"].ShouldBe("mine");
    }

    [Fact]
    public async Task Completed_IsGone()
    {
        await _receiver.CompleteMessageAsync(await _receiver.ReceiveMessageAsync(Wait, Token), Token);

        _broker.Queue("deliveries").Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Abandoned_ComesAgain_AndDiesAtTheFifthTime()
    {
        for (var delivery = 1; delivery <= 5; delivery++)
        {
            var message = await _receiver.ReceiveMessageAsync(Wait, Token);
            message.DeliveryCount.ShouldBe(delivery);
            await _receiver.AbandonMessageAsync(message, cancellationToken: Token);
        }

        _broker.Queue("deliveries").Messages.ShouldBeEmpty();
        await using var dead = _client.CreateReceiver("deliveries", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        (await dead.ReceiveMessageAsync(Wait, Token)).DeadLetterReason.ShouldBe("MaxDeliveryCountExceeded");
    }

    [Fact]
    public async Task Settlement_IsRefused_WhenTheLockIsOver()
    {
        var message = await _receiver.ReceiveMessageAsync(Wait, Token);
        _broker.Queue("deliveries").EndLocks();

        (await Should.ThrowAsync<ServiceBusException>(() => _receiver.CompleteMessageAsync(message, Token))).Reason.ShouldBe(
            ServiceBusFailureReason.MessageLockLost
        );
        _broker.Queue("deliveries").Messages.Count.ShouldBe(1);
    }
}
