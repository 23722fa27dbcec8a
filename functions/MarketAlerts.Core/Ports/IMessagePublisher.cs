using MarketAlerts.Core.Pipeline;

namespace MarketAlerts.Core.Ports;

/// <summary>Puts messages on queues: at least once, perhaps twice, delayed when asked.</summary>
public interface IMessagePublisher
{
    /// <summary>Publishes a message; returns once it is stored.</summary>
    Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
