using MarketAlerts.Core.Notifications;

namespace MarketAlerts.Core.Ports;

/// <summary>Sends mail. A failure is an answer that says what to do next; only cancellation throws.</summary>
public interface IMailChannel
{
    /// <summary>Sends one mail and returns what the other side said.</summary>
    Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken);
}
