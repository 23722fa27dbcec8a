namespace MarketAlerts.Core.Messages;

/// <summary>Puts messages on queues: at least once, perhaps twice, delayed when asked.</summary>
public interface IMessagePublisher
{
    /// <summary>Publishes a message; returns once it is stored.</summary>
    Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Publishes several in their order, together where the queue takes them so; returns once all are stored. After a failure some may be
    /// stored.
    /// </summary>
    async Task PublishAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            await PublishAsync(message, cancellationToken);
        }
    }
}

/// <summary>A message on its way to a queue.</summary>
/// <param name="Queue">The queue, see <c>QueueNames</c>.</param>
/// <param name="Id">Its id: the same when it is published again.</param>
/// <param name="Content">The envelope as text.</param>
/// <param name="NotBefore">When it may be seen at the earliest, or null for at once.</param>
public sealed record OutgoingMessage(string Queue, string Id, string Content, DateTimeOffset? NotBefore = null);
