using System.Security.Cryptography;
using System.Text;
using MarketAlerts.Testing.Http;

namespace MarketAlerts.Adapters.Tests.Channels.Webhooks;

/// <summary>A receiver's side of Standard Webhooks, written from the specification and sharing nothing with the sender.</summary>
internal static class StandardWebhooksVerifier
{
    private const int ToleranceSeconds = 300;

    /// <summary>Whether a secret as it is handed out (<c>whsec_...</c>) verifies a post at a time.</summary>
    public static bool Verifies(string secret, Posted post, DateTimeOffset now)
    {
        using var hmac = new HMACSHA256(Convert.FromBase64String(secret["whsec_".Length..]));
        var timestamp = long.Parse(post.Headers["webhook-timestamp"], System.Globalization.CultureInfo.InvariantCulture);
        var content = Encoding.UTF8.GetBytes(post.Headers["webhook-id"] + "." + post.Headers["webhook-timestamp"] + "." + post.Text);
        var expected = hmac.ComputeHash(content);
        return Math.Abs(now.ToUnixTimeSeconds() - timestamp) <= ToleranceSeconds
            && post.Headers["webhook-signature"]
                .Split(' ')
                .Any(signature =>
                    signature.StartsWith("v1,", StringComparison.Ordinal)
                    && CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(signature[3..]), expected)
                );
    }
}
