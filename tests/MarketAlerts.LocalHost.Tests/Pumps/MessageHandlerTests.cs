using MarketAlerts.Adapters.Messaging;
using MarketAlerts.Core.Messages;
using MarketAlerts.LocalHost.Functions;
using MarketAlerts.LocalHost.Pumps;
using MarketAlerts.Testing.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketAlerts.LocalHost.Tests.Pumps;

public sealed class MessageHandlerTests : IAsyncDisposable
{
    private readonly Probe _probe = new();
    private readonly ServiceProvider _services;
    private readonly MessageHandler _handler;

    public MessageHandlerTests()
    {
        _services = new ServiceCollection().AddSingleton(_probe).BuildServiceProvider();
        _handler = new MessageHandler(new FunctionInvoker(_services), NullLogger<MessageHandler>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task HandleAsync_DeletesTheMessage_WhenTheFunctionReturns()
    {
        var (queue, message) = await ReceivedAsync();

        (await HandleAsync(queue, message)).ShouldBeTrue();

        _probe.Seen.ShouldBe(["content"]);
        (await queue.CountAsync(Token)).ShouldBe(0);
        (await queue.CountPoisonAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task HandleAsync_LeavesTheMessage_WhenTheFunctionThrows()
    {
        _probe.Failure = new TimeoutException();
        var (queue, message) = await ReceivedAsync();

        (await HandleAsync(queue, message)).ShouldBeFalse();

        (await queue.CountAsync(Token)).ShouldBe(1);
        (await queue.CountPoisonAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task HandleAsync_PoisonsTheMessage_WhenItFailedFiveTimes()
    {
        _probe.Failure = new TimeoutException();
        var (queue, message) = await ReceivedAsync();

        (await HandleAsync(queue, message with { Deliveries = 4 })).ShouldBeFalse();
        (await HandleAsync(queue, message with { Deliveries = 5 })).ShouldBeTrue();

        (await queue.CountAsync(Token)).ShouldBe(0);
        (await queue.CountPoisonAsync(Token)).ShouldBe(1);
    }

    [Fact]
    public async Task HandleAsync_PoisonsAtOnce_WhenNobodyCanEverReadIt()
    {
        _probe.Failure = new UnreadableMessageException("broken");
        var (queue, message) = await ReceivedAsync();

        (await HandleAsync(queue, message)).ShouldBeTrue();

        (await queue.CountAsync(Token)).ShouldBe(0);
        (await queue.CountPoisonAsync(Token)).ShouldBe(1);
    }

    [Fact]
    public async Task HandleAsync_IsDone_WhenSomebodyElseDeletedTheMessage()
    {
        var (queue, message) = await ReceivedAsync();
        await queue.DeleteAsync(message, Token);

        (await HandleAsync(queue, message)).ShouldBeTrue();
        (await queue.CountPoisonAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task HandleAsync_LeavesTheMessage_WhenTheHostStops()
    {
        var (queue, message) = await ReceivedAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            _handler.HandleAsync(
                queue,
                ProbeFunction.On(queue.Name),
                message with
                {
                    Deliveries = 5,
                },
                new CancellationToken(canceled: true)
            )
        );

        (await queue.CountAsync(Token)).ShouldBe(1);
        (await queue.CountPoisonAsync(Token)).ShouldBe(0);
    }

    private static async Task<(StorageQueue Queue, QueuedMessage Message)> ReceivedAsync()
    {
        var queue = await StorageQueue.OpenAsync(TestStorage.Queues(), TestStorage.Unique("handler"), Token);
        await queue.SendAsync(new OutgoingMessage(queue.Name, "id-1", "content"), TimeSpan.Zero, Token);
        return (queue, (await queue.ReceiveAsync(1, TimeSpan.FromMinutes(5), Token)).ShouldHaveSingleItem());
    }

    private Task<bool> HandleAsync(StorageQueue queue, QueuedMessage message) =>
        _handler.HandleAsync(queue, ProbeFunction.On(queue.Name), message, Token);
}
