using Azure.Storage.Queues;
using MarketAlerts.Adapters.Messaging;
using MarketAlerts.Core.Messages;
using MarketAlerts.LocalHost.Functions;
using MarketAlerts.LocalHost.Pumps;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>
/// The real storage queues, drained in a fixed order: what one round holds, by queue in the order of the main path and by message id, then
/// the next round until nothing is left.
/// </summary>
internal sealed class ReplayQueues(
    FunctionCatalog catalog,
    QueueServiceClient service,
    MessageHandler handler,
    ReplayJournal journal,
    ReplayOptions options,
    TimeProvider time
) : IMessagePublisher
{
    private static readonly TimeSpan PauseForHidden = TimeSpan.FromMilliseconds(200);
    private const int MessagesAtATime = 32;
    private readonly List<(QueueFunction Function, StorageQueue Queue)> _queues = [];
    private readonly Dictionary<string, int> _outstanding = [];

    /// <summary>Opens the queues and counts what an interrupted replay left in them.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        foreach (var function in catalog.Queues.OrderBy(function => QueueNames.All.ToList().IndexOf(function.Queue)))
        {
            var queue = await StorageQueue.OpenAsync(service, function.Queue, cancellationToken);
            _queues.Add((function, queue));
            _outstanding[queue.Name] = await queue.CountAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.NotBefore > time.GetUtcNow())
        {
            await journal.DelayAsync(message, cancellationToken);
            return;
        }

        await _queues.Find(pair => pair.Queue.Name == message.Queue).Queue.SendAsync(message, TimeSpan.Zero, cancellationToken);
        lock (_outstanding)
        {
            _outstanding[message.Queue]++;
        }
    }

    /// <summary>Releases what is due and drains all queues.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await journal.ReleaseAsync(time.GetUtcNow(), message => PublishAsync(message, cancellationToken), cancellationToken);
        while (_outstanding.Values.Sum() > 0)
        {
            var round = await ReceiveRoundAsync(cancellationToken);
            foreach (var (function, queue, message) in round)
            {
                await HandleAsync(function, queue, message, cancellationToken);
            }

            if (round.Count is 0)
            {
                await RecountAsync(cancellationToken);
            }
        }
    }

    private async Task<List<(QueueFunction, StorageQueue, QueuedMessage)>> ReceiveRoundAsync(CancellationToken cancellationToken)
    {
        var round = new List<(QueueFunction, StorageQueue, QueuedMessage)>();
        foreach (var (function, queue) in _queues.Where(pair => _outstanding[pair.Queue.Name] > 0))
        {
            var hidden = TimeSpan.FromSeconds(options.HiddenSeconds);
            IReadOnlyList<QueuedMessage> batch;
            var received = new List<QueuedMessage>();
            do
            {
                batch = await queue.ReceiveAsync(MessagesAtATime, hidden, cancellationToken);
                received.AddRange(batch);
            } while (batch.Count is MessagesAtATime);

            round.AddRange(received.OrderBy(message => message.Id, StringComparer.Ordinal).Select(message => (function, queue, message)));
        }

        return round;
    }

    private async Task HandleAsync(QueueFunction function, StorageQueue queue, QueuedMessage message, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(queue, function, message, cancellationToken))
        {
            lock (_outstanding)
            {
                _outstanding[queue.Name]--;
            }
        }
    }

    /// <summary>Messages that a killed host had in work come back after a while: wait for them, by the real clock.</summary>
    private async Task RecountAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, queue) in _queues)
        {
            _outstanding[queue.Name] = await queue.CountAsync(cancellationToken);
        }

        if (_outstanding.Values.Sum() > 0)
        {
            await Task.Delay(PauseForHidden, TimeProvider.System, cancellationToken);
        }
    }
}
