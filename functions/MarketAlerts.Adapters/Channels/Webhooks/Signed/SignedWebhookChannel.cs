using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Channels.Webhooks.Signed;

/// <summary>Posts the alert as a signed JSON document to the subscriber's own server.</summary>
/// <param name="client">Posts.</param>
/// <param name="options">The master keys.</param>
/// <param name="time">The time of the signatures.</param>
public sealed class SignedWebhookChannel(WebhookClient client, WebhookOptions options, TimeProvider time) : IChannel
{
    private static readonly SendResult NoKey = new(
        SendOutcome.RetryAfter,
        "Configuration: Webhooks:MasterKeys is empty, so nothing can be signed."
    )
    {
        Fault = SendFault.Configuration,
    };

    private readonly WebhookKeys _keys = WebhookKeys.Parse(options.MasterKeys);

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Webhook;

    /// <inheritdoc/>
    public ChannelLimits Limits => ChannelLimits.None;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        var id = AlertDocument.Bare(mail.Thread.MessageId);
        if (id is "" || id.Any(letter => letter is <= ' ' or > '~'))
        {
            return new SendResult(SendOutcome.Rejected, "The message's id cannot stand in a header.") { Fault = SendFault.Message };
        }

        var body = AlertDocument.Write(mail);
        var signer = new WebhookSigner(_keys, time);
        return _keys.IsEmpty ? NoKey : await client.PostAsync(mail.To, body, request => signer.Sign(request, id, body), cancellationToken);
    }
}
