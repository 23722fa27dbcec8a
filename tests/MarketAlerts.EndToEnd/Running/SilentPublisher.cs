using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>Wake-ups that get lost: nothing may rest on them.</summary>
internal sealed class SilentPublisher : IMessagePublisher
{
    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken) => Task.CompletedTask;
}
