using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>Sends messages over one channel. A failure is an answer that says what to do next; only cancellation throws.</summary>
public interface IChannel
{
    /// <summary>Which channel it is.</summary>
    ChannelKind Kind { get; }

    /// <summary>How much the other side takes.</summary>
    ChannelLimits Limits { get; }

    /// <summary>Sends one message and returns what the other side said.</summary>
    Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken);
}
