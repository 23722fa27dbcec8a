using Azure.Messaging.ServiceBus;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Retention;
using MarketAlerts.Functions.Messaging;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Functions.Tests.Messaging;

public sealed class ServiceBusDeadLettersTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);
    private readonly FakeServiceBusClient _client = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task RunAsync_SendsEachAgain_ThenCompletesIt()
    {
        Die(7, "b0000.20250127T143000", "MaxDeliveryCountExceeded");

        var told = (await RunAsync(false)).ShouldHaveSingleItem();

        (told.View.Id, told.View.Schema, told.Reason, told.Age).ShouldBe(("b0000.20250127T143000", "due-bucket 1", "MaxDeliveryCountExceeded", TimeSpan.FromMinutes(1)));
        _client.Received.ShouldBe([("deliveries", SubQueue.DeadLetter)]);
        var (queue, message) = _client.Sent.ShouldHaveSingleItem();
        (queue, message.ContentType, MessageCodec.Read<DueBucket>(message.Body.ToString()).Body.Bucket).ShouldBe(("deliveries", "application/json", "b0000"));
        _client.Receiver.Done.ShouldBe(["complete 7"]);
    }

    // Within the time that duplicate detection looks back, the old id would have the message dropped; a second time the mark does not grow.
    [Theory]
    [InlineData("b0000.20250127T143000", "b0000.20250127T143000~7")]
    [InlineData("b0000.20250127T143000~3", "b0000.20250127T143000~7")]
    public async Task RunAsync_GivesAnotherId_ThanTheOneThatDied(string id, string expected)
    {
        Die(7, id, null);

        await RunAsync(false);

        _client.Sent.ShouldHaveSingleItem().Message.MessageId.ShouldBe(expected);
    }

    [Fact]
    public async Task RunAsync_UnlocksThem_WhenItIsADryRun()
    {
        Die(7, "a", null);
        Die(8, "b", null);

        (await RunAsync(true)).Count.ShouldBe(2);

        _client.Sent.ShouldBeEmpty();
        _client.Receiver.Done.ShouldBe(["abandon 7", "abandon 8"]);
    }

    [Fact]
    public async Task RunAsync_CompletesNothing_ThatCouldNotBeSent()
    {
        Die(7, "a", null);
        _client.Down = true;

        await Should.ThrowAsync<IOException>(() => RunAsync(false));

        _client.Receiver.Messages.Count.ShouldBe(1);
        _client.Receiver.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_SaysWhatToLookAt_WhenServiceBusRefuses()
    {
        _client.Receiver.Refusal = new ServiceBusException("no such queue", ServiceBusFailureReason.MessagingEntityNotFound, "deliveries");
        (await Should.ThrowAsync<DeadLettersException>(() => RunAsync(false))).Message.ShouldBe("Service Bus refuses or cannot be reached (MessagingEntityNotFound): check the namespace, the queue and the network.");

        _client.Receiver.Refusal = new UnauthorizedAccessException("claims");
        (await Should.ThrowAsync<DeadLettersException>(() => RunAsync(false))).Message.ShouldContain("Azure Service Bus Data Owner");
    }

    // Looking at many takes longer than a lock lasts.
    [Fact]
    public async Task ReleaseAsync_IsDone_WhenTheLockIsOver()
    {
        Die(7, "a", null);
        await using var letters = new ServiceBusDeadLetters(_client);
        var letter = (await letters.TakeAsync("deliveries", Token)).Single();
        _client.Receiver.Refusal = new ServiceBusException("over", ServiceBusFailureReason.MessageLockLost, "deliveries");

        await Should.NotThrowAsync(() => letters.ReleaseAsync("deliveries", letter, Token));
    }

    private void Die(long number, string id, string? reason) => _client.Receiver.Messages.Add(ServiceBusModelFactory.ServiceBusReceivedMessage(
        body: new BinaryData(MessageCodec.Write(new DueBucket("b0000"), id, Now.AddMinutes(-1))),
        messageId: id,
        properties: reason is null ? new Dictionary<string, object>() : new Dictionary<string, object> { ["DeadLetterReason"] = reason },
        sequenceNumber: number,
        enqueuedTime: Now.AddMinutes(-1)));

    private async Task<List<RedrivenLetter>> RunAsync(bool dryRun) =>
        await new Redriver(new ServiceBusDeadLetters(_client), new RetentionOptions(), new FakeTimeProvider(Now)).RunAsync("deliveries", dryRun, Token).ToListAsync(Token);
}
