using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.LocalHost.Commands.Cost.Counting;

/// <summary>A mail server that takes everything, after as long as a near one needs, so that mails are recorded as they are with a real one; nobody is mailed.</summary>
public sealed class AcceptingChannel : IChannel
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Email;

    /// <inheritdoc/>
    public ChannelLimits Limits => ChannelLimits.None;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        await Task.Delay(Latency, TimeProvider.System, cancellationToken);
        return new SendResult(SendOutcome.Sent, "Counted.");
    }
}
