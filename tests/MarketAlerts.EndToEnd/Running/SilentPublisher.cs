using MarketAlerts.Core.Messages;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>Messages that nobody brings: a test takes those it wants, and nothing may rest on flush requests.</summary>
internal sealed class SilentPublisher : IMessagePublisher
{
    public List<OutgoingMessage> Published { get; } = [];

    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Published.Add(message);
        return Task.CompletedTask;
    }
}
