using MarketAlerts.Adapters.Channels.Chats;
using MarketAlerts.Adapters.Channels.Webhooks;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Channels.Teams;

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
