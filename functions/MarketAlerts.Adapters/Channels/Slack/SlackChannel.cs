using MarketAlerts.Adapters.Channels.Chats;
using MarketAlerts.Adapters.Channels.Webhooks;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Channels.Slack;

/// <summary>Writes into a Slack channel by its incoming webhook.</summary>
/// <param name="client">Posts.</param>
public sealed class SlackChannel(WebhookClient client) : IChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Slack;

    /// <inheritdoc/>
    public ChannelLimits Limits => ChannelLimits.None;

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken) =>
        client.PostAsync(mail.To, SlackMessage.Write(ChatViewBuilder.Build(mail)), null, cancellationToken);
}
