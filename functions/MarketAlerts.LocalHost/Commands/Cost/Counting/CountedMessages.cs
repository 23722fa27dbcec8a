using MarketAlerts.Core.Messages;
using MarketAlerts.LocalHost.Functions;

namespace MarketAlerts.LocalHost.Commands.Cost.Counting;

/// <summary>Counts messages with the function call that publishes them.</summary>
/// <param name="inner">Publishes.</param>
/// <param name="meter">Keeps them.</param>
public sealed class CountedMessages(IMessagePublisher inner, CallMeter meter) : IMessagePublisher
{
    /// <inheritdoc/>
    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        meter.AddMessage();
        return inner.PublishAsync(message, cancellationToken);
    }
}
