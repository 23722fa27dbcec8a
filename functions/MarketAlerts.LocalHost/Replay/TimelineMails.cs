using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>Shows each mail on the timeline, with what the mail server said.</summary>
public sealed class TimelineMails(IMailChannel inner, Timeline timeline, TimeProvider time) : IMailChannel
{
    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        var result = await inner.SendAsync(mail, cancellationToken);
        timeline.Show(time.GetUtcNow(), mail, result);
        return result;
    }
}
