using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tests.Channels.Contract;

/// <summary>A channel whose messages all go to one address.</summary>
internal sealed class Elsewhere(IChannel inner, ChannelAddress to) : IChannel
{
    public ChannelKind Kind => inner.Kind;

    public ChannelLimits Limits => inner.Limits;

    public Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken) =>
        inner.SendAsync(mail with { To = to }, cancellationToken);
}
