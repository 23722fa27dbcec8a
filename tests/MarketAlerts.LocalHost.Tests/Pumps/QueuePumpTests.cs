using MarketAlerts.Adapters.Messaging;
using MarketAlerts.Core.Messages;
using MarketAlerts.Functions.Triggers;
using MarketAlerts.LocalHost.Functions;
using MarketAlerts.LocalHost.Pumps;
using MarketAlerts.Testing.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketAlerts.LocalHost.Tests.Pumps;

public sealed class QueuePumpTests : IAsyncDisposable
{
    private const int LongestMilliseconds = 60_000;
    private readonly Probe _probe = new();
    private readonly ServiceProvider _services;
    private readonly QueuePump _pump;
    private readonly string _name = TestStorage.Unique("pump");

    public QueuePumpTests()
    {
        _services = new ServiceCollection().AddSingleton(_probe).BuildServiceProvider();
        var catalog = FunctionCatalog.FindIn(typeof(PollQuotes).Assembly);
        catalog.Queues.Clear();
        catalog.Queues.Add(ProbeFunction.On(_name));
        var handler = new MessageHandler(new FunctionInvoker(_services), NullLogger<MessageHandler>.Instance);
        _pump = new QueuePump(catalog, TestStorage.Queues(), handler, TimeProvider.System, NullLogger<QueuePump>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _pump.Dispose();
        await _services.DisposeAsync();
    }

    [Fact(Timeout = LongestMilliseconds)]
    public async Task StartAsync_FeedsEveryMessageOnce_WhenThereAreMoreThanFitInOneTake()
    {
        var queue = await StorageQueue.OpenAsync(TestStorage.Queues(), _name, TestContext.Current.CancellationToken);
        var ids = Enumerable.Range(100, 20).Select(number => $"m{number}").ToArray();
        foreach (var id in ids)
        {
            await queue.SendAsync(new OutgoingMessage(_name, id, id), TimeSpan.Zero, TestContext.Current.CancellationToken);
        }

        await _pump.StartAsync(TestContext.Current.CancellationToken);
        await EmptyAsync(queue);
        await _pump.StopAsync(TestContext.Current.CancellationToken);

        _probe.Seen.Order(StringComparer.Ordinal).ShouldBe(ids);
        (await queue.CountPoisonAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact(Timeout = LongestMilliseconds)]
    public async Task StartAsync_OpensTheQueueItself_WhenItIsMissing()
    {
        await _pump.StartAsync(TestContext.Current.CancellationToken);
        await new StorageQueuePublisher(TestStorage.Queues(), TimeProvider.System).PublishAsync(
            new OutgoingMessage(_name, "a", "hello"),
            TestContext.Current.CancellationToken
        );
        await EmptyAsync(await StorageQueue.OpenAsync(TestStorage.Queues(), _name, TestContext.Current.CancellationToken));
        await _pump.StopAsync(TestContext.Current.CancellationToken);

        _probe.Seen.ShouldBe(["hello"]);
    }

    private static async Task EmptyAsync(StorageQueue queue)
    {
        while (await queue.CountAsync(Token) > 0)
        {
            Token.ThrowIfCancellationRequested();
        }
    }
}
