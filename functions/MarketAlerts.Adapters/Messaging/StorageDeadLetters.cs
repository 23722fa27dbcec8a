using System.Collections.Concurrent;
using Azure.Storage.Queues;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Operations;

namespace MarketAlerts.Adapters.Messaging;

/// <summary>The dead letters of storage queues: each queue has a poison queue beside it.</summary>
/// <param name="service">The account's queues.</param>
public sealed class StorageDeadLetters(QueueServiceClient service) : IDeadLetters
{
    private const int AtATime = 32;
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, StorageQueue> _queues = new();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeadLetter>> TakeAsync(string queue, CancellationToken cancellationToken)
    {
        var taken = await (await OpenAsync(queue, cancellationToken)).ReceivePoisonAsync(AtATime, Hidden, cancellationToken);
        return
        [
            .. taken.Select(message => new DeadLetter(
                message.Receipt.MessageId,
                message.Id,
                message.Content,
                message.Receipt.InsertedOn ?? DateTimeOffset.MinValue,
                null,
                message
            )),
        ];
    }

    /// <inheritdoc/>
    public async Task PutBackAsync(string queue, DeadLetter letter, CancellationToken cancellationToken) =>
        await (await OpenAsync(queue, cancellationToken)).SendAsync(
            new OutgoingMessage(queue, letter.Id, letter.Content),
            TimeSpan.Zero,
            cancellationToken
        );

    /// <inheritdoc/>
    public async Task RemoveAsync(string queue, DeadLetter letter, CancellationToken cancellationToken) =>
        await (await OpenAsync(queue, cancellationToken)).DeletePoisonAsync((QueuedMessage)letter.Receipt, cancellationToken);

    /// <inheritdoc/>
    public async Task ReleaseAsync(string queue, DeadLetter letter, CancellationToken cancellationToken) =>
        await (await OpenAsync(queue, cancellationToken)).ReleasePoisonAsync((QueuedMessage)letter.Receipt, cancellationToken);

    private async Task<StorageQueue> OpenAsync(string name, CancellationToken cancellationToken) =>
        _queues.TryGetValue(name, out var queue) ? queue : _queues[name] = await StorageQueue.OpenAsync(service, name, cancellationToken);
}
