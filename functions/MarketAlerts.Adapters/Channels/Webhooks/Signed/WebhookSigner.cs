using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MarketAlerts.Adapters.Channels.Webhooks.Signed;

/// <summary>Signs a message as Standard Webhooks says: HMAC-SHA256 over id, time and content, one signature a key, the newest first.</summary>
/// <param name="keys">The keys.</param>
/// <param name="time">The time of the attempt; receivers refuse one that is minutes old.</param>
public sealed class WebhookSigner(WebhookKeys keys, TimeProvider time)
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
