using Azure.Messaging.ServiceBus;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Functions.Messaging;
using MarketAlerts.Testing.ServiceBus;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Functions.Tests.Messaging;

/// <summary>The dead letters on the real client, against a broker that speaks AMQP.</summary>
public sealed class ServiceBusDeadLettersTests : IAsyncLifetime
{
    private const string Queue = "deliveries";
    private static readonly DateTimeOffset Now = new(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);
    private static readonly ServiceBusClientOptions Impatient = new() { RetryOptions = new ServiceBusRetryOptions { MaxRetries = 0 } };
    private static readonly TimeSpan Brief = TimeSpan.FromMilliseconds(500); // The broker is on this machine.
    private readonly FakeTimeProvider _time = new(Now.AddMinutes(-1));
    private BrokerDouble _broker = null!;
    private ServiceBusClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private BrokerQueue Dead => _broker.DeadLetters(Queue);

    public ValueTask InitializeAsync()
    {
        _broker = BrokerDouble.Start(_time, Queue);
        _client = new ServiceBusClient(_broker.ConnectionString, Impatient);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _broker.DisposeAsync();
    }

    [Fact]
    public async Task RunAsync_SendsEachAgain_ThenCompletesIt()
    {
        Die("b0000.20250127T143000", "MaxDeliveryCountExceeded");

        var told = (await RunAsync(false)).ShouldHaveSingleItem();

        (told.View.Id, told.View.Schema, told.Reason, told.Age).ShouldBe(
            ("b0000.20250127T143000", "due-bucket 1", "MaxDeliveryCountExceeded", TimeSpan.FromMinutes(1))
        );
        var message = _broker.Queue(Queue).Messages.ShouldHaveSingleItem();
        (message.ContentType, MessageCodec.Read<DueBucket>(message.Body).Body.Bucket).ShouldBe(("application/json", "b0000"));
        Dead.Settled.ShouldBe(["complete 1"]);
        Dead.Messages.ShouldBeEmpty();
    }

    // Within the time that duplicate detection looks back, the old id would have the message dropped; a second time the mark does not grow.
    [Theory]
    [InlineData("b0000.20250127T143000", "b0000.20250127T143000~1")]
    [InlineData("b0000.20250127T143000~3", "b0000.20250127T143000~1")]
    public async Task RunAsync_GivesAnotherId_ThanTheOneThatDied(string id, string expected)
    {
        Die(id, null);

        await RunAsync(false);

        _broker.Queue(Queue).Messages.ShouldHaveSingleItem().Id.ShouldBe(expected);
    }

    [Fact]
    public async Task RunAsync_PutsBackWhatWasDeliveredInVain_ThoughItsIdIsKnown()
    {
        _broker.Queue(Queue).DropsDuplicates = true;
        await new ServiceBusPublisher(_client).PublishAsync(
            new OutgoingMessage(Queue, "b0000", MessageCodec.Write(new DueBucket("b0000"), "b0000", Now.AddMinutes(-1))),
            Token
        );
        await using var receiver = _client.CreateReceiver(Queue);
        for (var delivery = 0; delivery < 5; delivery++)
        {
            await receiver.AbandonMessageAsync(
                await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(30), Token),
                cancellationToken: Token
            );
        }

        (await RunAsync(false)).ShouldHaveSingleItem().Reason.ShouldBe("MaxDeliveryCountExceeded");

        _broker.Queue(Queue).Messages.ShouldHaveSingleItem().Id.ShouldBe("b0000~1");
    }

    [Fact]
    public async Task RunAsync_UnlocksThem_WhenItIsADryRun()
    {
        Die("a", null);
        Die("b", null);

        (await RunAsync(true)).Count.ShouldBe(2);

        _broker.Queue(Queue).Messages.ShouldBeEmpty();
        Dead.Settled.ShouldBe(["abandon 1", "abandon 2"]);
        Dead.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task RunAsync_CompletesNothing_ThatCouldNotBeSent()
    {
        Die("a", null);
        _broker.Queue(Queue).Refusal = "com.microsoft:timeout";

        await Should.ThrowAsync<DeadLettersException>(() => RunAsync(false));

        Dead.Messages.ShouldHaveSingleItem().Id.ShouldBe("a");
        Dead.Settled.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_SaysWhatToLookAt_WhenServiceBusRefuses()
    {
        (await Should.ThrowAsync<DeadLettersException>(() => RunAsync(false, "nowhere"))).Message.ShouldBe(
            "Service Bus refuses or cannot be reached (MessagingEntityNotFound): check the namespace, the queue and the network."
        );

        _broker.SignIn.Refuses = true;
        (await Should.ThrowAsync<DeadLettersException>(() => RunAsync(false))).Message.ShouldContain("Azure Service Bus Data Owner");
    }

    // Looking at many takes longer than a lock lasts.
    [Fact]
    public async Task ReleaseAsync_IsDone_WhenTheLockIsOver()
    {
        Die("a", null);
        await using var letters = new ServiceBusDeadLetters(_client, Brief);
        var letter = (await letters.TakeAsync(Queue, Token)).Single();
        Dead.EndLocks();

        await Should.NotThrowAsync(() => letters.ReleaseAsync(Queue, letter, Token));
        Dead.Settled.ShouldBeEmpty();
    }

    private void Die(string id, string? reason) =>
        Dead.Put(
            new BrokerMessage
            {
                Body = MessageCodec.Write(new DueBucket("b0000"), id, Now.AddMinutes(-1)),
                Id = id,
                Properties = reason is null ? [] : new() { ["DeadLetterReason"] = reason },
            }
        );

    private async Task<List<RedrivenLetter>> RunAsync(bool dryRun, string queue = Queue) =>
        await new Redriver(new ServiceBusDeadLetters(_client, Brief), new RetentionOptions(), new FakeTimeProvider(Now))
            .RunAsync(queue, dryRun, Token)
            .ToListAsync(Token);
}
