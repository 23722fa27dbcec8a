using MarketAlerts.Adapters.Webhooks.Chats;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Notifications.Channels;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.Adapters.Webhooks.Slack;

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
