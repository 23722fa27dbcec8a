using MarketAlerts.Adapters.Webhooks.Chats;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Notifications.Channels;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.Adapters.Webhooks.Teams;

/// <summary>Writes into a Teams channel by its workflow's webhook.</summary>
/// <param name="client">Posts.</param>
public sealed class TeamsChannel(WebhookClient client) : IChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Teams;

    /// <inheritdoc/>
    public ChannelLimits Limits => ChannelLimits.None;

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken) =>
        client.PostAsync(mail.To, TeamsMessage.Write(ChatViewBuilder.Build(mail)), null, cancellationToken);
}
