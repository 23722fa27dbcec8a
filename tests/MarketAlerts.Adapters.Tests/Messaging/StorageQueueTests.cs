using MarketAlerts.Adapters.Messaging;
using MarketAlerts.Core.Messages;
using MarketAlerts.Testing.Azurite;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Messaging;

public sealed class StorageQueueTests
{
    private const int LongestMilliseconds = 60_000;
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);
    private static readonly DateTimeOffset Now = new(2025, 1, 27, 14, 30, 0, TimeSpan.Zero);
    private readonly string _name = TestStorage.Unique("queue");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReceiveAsync_GivesBackIdAndContent_WhenAMessageWasSent()
    {
        var queue = await OpenAsync();
        await queue.SendAsync(new OutgoingMessage(_name, "id-1", "{\"a\": \"<ü> & \u0001\"}"), TimeSpan.Zero, Token);

        var message = (await queue.ReceiveAsync(32, Hidden, Token)).ShouldHaveSingleItem();

        (message.Id, message.Content, message.Deliveries).ShouldBe(("id-1", "{\"a\": \"<ü> & \u0001\"}", 1));
    }

    [Fact]
    public async Task ReceiveAsync_HidesTheMessage_WhenSomebodyHasIt()
    {
        var queue = await SentAsync(TimeSpan.Zero);
        (await queue.ReceiveAsync(32, Hidden, Token)).Count.ShouldBe(1);

        (await queue.ReceiveAsync(32, Hidden, Token)).ShouldBeEmpty();
        (await queue.CountAsync(Token)).ShouldBe(1);
    }

    [Fact(Timeout = LongestMilliseconds)]
    public async Task ReceiveAsync_CountsTheDeliveries_WhenTheMessageComesBack()
    {
        var queue = await SentAsync(TimeSpan.Zero);
        await queue.ReceiveAsync(1, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        (await NextAsync(queue)).Deliveries.ShouldBe(2);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(30 * 24 * 3600)]
    public async Task ReceiveAsync_SeesNothing_WhenTheMessageIsDelayed(int seconds)
    {
        var queue = await SentAsync(TimeSpan.FromSeconds(seconds));

        (await queue.ReceiveAsync(32, Hidden, Token)).ShouldBeEmpty();
        (await queue.CountAsync(Token)).ShouldBe(1);
    }

    [Fact]
    public async Task ReceiveAsync_SeesTheMessage_WhenItsDelayIsOver() =>
        (await (await SentAsync(TimeSpan.FromHours(-1))).ReceiveAsync(32, Hidden, Token)).Count.ShouldBe(1);

    [Fact(Timeout = LongestMilliseconds)]
    public async Task DeleteAsync_EmptiesTheQueue_WhenTheMessageIsDone()
    {
        var queue = await SentAsync(TimeSpan.Zero);

        await queue.DeleteAsync(await NextAsync(queue), TestContext.Current.CancellationToken);

        (await queue.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact(Timeout = LongestMilliseconds)]
    public async Task PoisonAsync_MovesTheMessage_WhenNobodyCanHandleIt()
    {
        var queue = await SentAsync(TimeSpan.Zero);

        await queue.PoisonAsync(await NextAsync(queue), TestContext.Current.CancellationToken);

        (await queue.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await queue.CountPoisonAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        var poison = await StorageQueue.OpenAsync(TestStorage.Queues(), $"{_name}-poison", TestContext.Current.CancellationToken);
        (await NextAsync(poison)).Id.ShouldBe("id-1");
    }

    [Theory]
    [InlineData("somebody else's text")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task ReceiveAsync_HandsTheTextOn_WhenTheMessageIsNotOurs(string text)
    {
        var queue = await OpenAsync();
        await TestStorage.Queues().GetQueueClient(_name).SendMessageAsync(text, Token);

        (await queue.ReceiveAsync(32, Hidden, Token)).ShouldHaveSingleItem().Content.ShouldBe(text);
    }

    [Fact(Timeout = LongestMilliseconds)]
    public async Task PublishAsync_OpensTheQueueAndSends_WhenTheMessageIsForNow()
    {
        var publisher = new StorageQueuePublisher(TestStorage.Queues(), new FakeTimeProvider(Now));
        await publisher.PublishAsync(new OutgoingMessage(_name, "a", "one"), TestContext.Current.CancellationToken);
        await publisher.PublishAsync(new OutgoingMessage(_name, "b", "two", Now.AddMinutes(-1)), TestContext.Current.CancellationToken);

        var messages = await (await OpenAsync()).ReceiveAsync(32, Hidden, TestContext.Current.CancellationToken);

        messages.Select(message => message.Content).Order(StringComparer.Ordinal).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task PublishAsync_HidesTheMessage_WhenItIsForLaterByTheClockGiven()
    {
        var publisher = new StorageQueuePublisher(TestStorage.Queues(), new FakeTimeProvider(Now));
        await publisher.PublishAsync(new OutgoingMessage(_name, "a", "one", Now.AddHours(1)), Token);

        var queue = await OpenAsync();
        (await queue.ReceiveAsync(32, Hidden, Token)).ShouldBeEmpty();
        (await queue.CountAsync(Token)).ShouldBe(1);
    }

    private Task<StorageQueue> OpenAsync() => StorageQueue.OpenAsync(TestStorage.Queues(), _name, Token);

    private async Task<StorageQueue> SentAsync(TimeSpan delay)
    {
        var queue = await OpenAsync();
        await queue.SendAsync(new OutgoingMessage(_name, "id-1", "content"), delay, Token);
        return queue;
    }

    private static async Task<QueuedMessage> NextAsync(StorageQueue queue)
    {
        while (true)
        {
            if (await queue.ReceiveAsync(1, Hidden, Token) is [var message])
            {
                return message;
            }

            Token.ThrowIfCancellationRequested();
        }
    }
}
