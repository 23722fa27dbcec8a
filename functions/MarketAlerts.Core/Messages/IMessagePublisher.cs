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
