using MarketAlerts.Core.Messages;

namespace MarketAlerts.LocalHost.Tests.Pages;

/// <summary>Publishes nothing: no page does.</summary>
internal sealed class NoPublisher : IMessagePublisher
{
    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        Task.FromException(new InvalidOperationException("No page publishes."));
}
