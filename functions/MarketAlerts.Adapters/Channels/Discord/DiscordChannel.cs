using MarketAlerts.Adapters.Channels.Chats;
using MarketAlerts.Adapters.Channels.Webhooks;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Channels.Discord;

/// <summary>Writes into a Discord channel by its webhook.</summary>
/// <param name="client">Posts.</param>
public sealed class DiscordChannel(WebhookClient client) : IChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Discord;

    /// <inheritdoc/>
    public ChannelLimits Limits => ChannelLimits.None;

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken) =>
        client.PostAsync(mail.To, DiscordMessage.Write(ChatViewBuilder.Build(mail)), null, cancellationToken);
}
