using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.Adapters.Messaging;

/// <summary>
/// One storage queue with its poison queue: at-least-once, a message in work stays hidden for a while and comes back unless it is deleted.
/// </summary>
public sealed class StorageQueue
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1);
    private readonly QueueClient _queue;
    private readonly QueueClient _poison;

    private StorageQueue(QueueClient queue, QueueClient poison)
    {
        _queue = queue;
        _poison = poison;
    }

    /// <summary>The queue's name.</summary>
    public string Name => _queue.Name;

    /// <summary>Opens a queue and its poison queue, created when missing.</summary>
    public static async Task<StorageQueue> OpenAsync(QueueServiceClient service, string name, CancellationToken cancellationToken)
    {
        var queue = service.GetQueueClient(name);
        var poison = service.GetQueueClient($"{name}-poison");
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        return new StorageQueue(queue, poison);
    }

    /// <summary>
    /// Puts a message on the queue, to be seen after a delay (7 days at most; a later one comes back to be delayed again by whoever reads
    /// it).
    /// </summary>
    public Task SendAsync(OutgoingMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        // Storage counts in whole seconds: rounded up, so that a flush request does not come before its time.
        var seconds = TimeSpan.FromSeconds(Math.Ceiling(delay.TotalSeconds));
        var hidden =
            seconds < TimeSpan.Zero ? TimeSpan.Zero
            : seconds > LongestDelay ? LongestDelay
            : seconds;
        return _queue.SendMessageAsync(QueuedMessage.Write(message), hidden, Forever, cancellationToken);
    }

    /// <summary>Takes up to 32 messages, hidden from others for a while.</summary>
    public async Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int count, TimeSpan hiddenFor, CancellationToken cancellationToken)
    {
        var received = await _queue.ReceiveMessagesAsync(count, hiddenFor, cancellationToken);
        return [.. received.Value.Select(QueuedMessage.Read)];
    }

    /// <summary>Deletes a message that is done.</summary>
    public Task DeleteAsync(QueuedMessage message, CancellationToken cancellationToken) =>
        _queue.DeleteMessageAsync(message.Receipt.MessageId, message.Receipt.PopReceipt, cancellationToken);

    /// <summary>Moves a message to the poison queue: first there, then away from here, so that it may be twice but never lost.</summary>
    public async Task PoisonAsync(QueuedMessage message, CancellationToken cancellationToken)
    {
        await _poison.SendMessageAsync(message.Receipt.Body, TimeSpan.Zero, Forever, cancellationToken);
        await DeleteAsync(message, cancellationToken);
    }

    /// <summary>Takes up to 32 messages of the poison queue, hidden from others for a while.</summary>
    public async Task<IReadOnlyList<QueuedMessage>> ReceivePoisonAsync(int count, TimeSpan hiddenFor, CancellationToken cancellationToken)
    {
        var received = await _poison.ReceiveMessagesAsync(count, hiddenFor, cancellationToken);
        return [.. received.Value.Select(QueuedMessage.Read)];
    }

    /// <summary>Deletes a message of the poison queue.</summary>
    public Task DeletePoisonAsync(QueuedMessage message, CancellationToken cancellationToken) =>
        _poison.DeleteMessageAsync(message.Receipt.MessageId, message.Receipt.PopReceipt, cancellationToken);

    /// <summary>Shows a message of the poison queue again, as it was.</summary>
    public Task ReleasePoisonAsync(QueuedMessage message, CancellationToken cancellationToken) =>
        _poison.UpdateMessageAsync(
            message.Receipt.MessageId,
            message.Receipt.PopReceipt,
            message.Receipt.Body,
            TimeSpan.Zero,
            cancellationToken
        );

    /// <summary>About how many messages the queue holds, hidden ones included.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        (await _queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;

    /// <summary>About how many messages are poison.</summary>
    public async Task<int> CountPoisonAsync(CancellationToken cancellationToken) =>
        (await _poison.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
}

/// <summary>A message taken from a storage queue.</summary>
/// <param name="Id">Our id of it, which storage queues do not keep themselves.</param>
/// <param name="Content">The envelope as text.</param>
/// <param name="Deliveries">How often it was taken, this time included.</param>
/// <param name="Receipt">What the queue needs to delete it.</param>
public sealed record QueuedMessage(string Id, string Content, long Deliveries, QueueMessage Receipt)
{
    internal static BinaryData Write(OutgoingMessage message) =>
        BinaryData.FromString(StoredJson.Write(new QueuedDocument(message.Id, message.Content)));

    internal static QueuedMessage Read(QueueMessage message)
    {
        try
        {
            var document = StoredJson.Read<QueuedDocument>(message.Body.ToString());
            return new QueuedMessage(document.Id, document.Content, message.DequeueCount, message);
        }
        catch (Newtonsoft.Json.JsonException)
        {
            // Not ours: the content goes on as it is, is refused by its function and ends in the poison queue.
            return new QueuedMessage(message.MessageId, message.Body.ToString(), message.DequeueCount, message);
        }
    }
}

/// <summary>A message on a storage queue: its id beside its content.</summary>
internal sealed record QueuedDocument(string Id, string Content);
