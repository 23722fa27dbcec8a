using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.LocalHost.Composition;

/// <summary>Sends nothing: wake-ups only speed things up, and the running host finds within a minute what is due.</summary>
internal sealed class NoFlushRequests : IMessagePublisher
{
    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        message.Queue is QueueNames.Deliveries
            ? Task.CompletedTask
            : throw new InvalidOperationException($"An operator's command publishes wake-ups only, not {message.Id} on {message.Queue}.");
}
