using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.EndToEnd.Walk;

/// <summary>Makes every mail that is sent a step of the host's life.</summary>
/// <param name="life">The host's life.</param>
/// <param name="inner">Sends it.</param>
internal sealed class WalkedChannel(Lifeline life, IChannel inner) : IChannel
{
    public ChannelKind Kind => inner.Kind;

    public ChannelLimits Limits => inner.Limits;

    public Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken) =>
        life.StepAsync("send", () => inner.SendAsync(mail, cancellationToken));
}
