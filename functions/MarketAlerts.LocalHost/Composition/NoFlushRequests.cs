using MarketAlerts.Core.Messages;

namespace MarketAlerts.LocalHost.Composition;

/// <summary>Sends nothing: flush requests only speed things up, and the running host finds within a minute what is due.</summary>
internal sealed class NoFlushRequests : IMessagePublisher
{
    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        message.Queue is QueueNames.Deliveries
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"An operator's command publishes flush requests only, not {message.Id} on {message.Queue}."
            );
}
