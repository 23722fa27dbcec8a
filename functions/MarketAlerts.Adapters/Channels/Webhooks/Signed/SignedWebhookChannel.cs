using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

/// <summary>
/// Signs a message as Standard Webhooks says: HMAC-SHA256 over id, time and content, one signature a key, the newest first.
/// </summary>
/// <param name="keys">The keys.</param>
/// <param name="time">The time of the attempt; receivers refuse one that is minutes old.</param>
internal sealed class WebhookSigner(WebhookKeys keys, TimeProvider time)
{
    /// <summary>Adds the three headers to a request whose address stands.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The message's id: the same for the same message, so that receivers can tell a double.</param>
    /// <param name="content">The content as it goes over the wire.</param>
    public void Sign(HttpRequestMessage request, string id, ReadOnlySpan<byte> content)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. content];
        var signatures = keys.For(request.RequestUri!).Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("webhook-signature", string.Join(' ', signatures));
    }
}
