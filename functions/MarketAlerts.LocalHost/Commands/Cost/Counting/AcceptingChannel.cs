using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Notifications.Channels;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.LocalHost.Commands.Cost.Counting;

/// <summary>A mail server that takes everything at once: what mail costs is told apart, and nobody is mailed.</summary>
public sealed class AcceptingChannel : IChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Email;

    /// <inheritdoc/>
    public ChannelLimits Limits => ChannelLimits.None;

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken) => Task.FromResult(new SendResult(SendOutcome.Sent, "Counted."));
}
