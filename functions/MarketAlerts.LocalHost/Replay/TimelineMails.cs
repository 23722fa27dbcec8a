using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>Shows each mail on the timeline, with what the mail server said.</summary>
internal sealed class TimelineMails(IChannel inner, Timeline timeline, TimeProvider time) : IChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => inner.Kind;

    /// <inheritdoc/>
    public ChannelLimits Limits => inner.Limits;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        var result = await inner.SendAsync(mail, cancellationToken);
        timeline.Show(time.GetUtcNow(), mail, result);
        return result;
    }
}
