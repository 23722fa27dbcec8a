using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MarketAlerts.Core.Notifications.Channels;
using MarketAlerts.Core.Notifications.Links;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Email;

/// <summary>
/// Signed links that never expire, since the right to leave does not either. A token is base64url of version and subscriber, a dot, and base64url of
/// their HMAC; the purpose is part of what is signed, so that no other signed link with the same key can stand in.
/// </summary>
public sealed class UnsubscribeLinks : IUnsubscribeLinks, IMailLinks
{
    private const string Purpose = "unsubscribe|";
    private const string Version = "1";
    private const int LongestToken = 200;

    private readonly string _page;
    private readonly byte[] _key;

    /// <summary>Makes and reads links with one key.</summary>
    public UnsubscribeLinks(LinkOptions options)
    {
        _page = options.BaseUrl.TrimEnd('/') + "/api/unsubscribe?token=";
        _key = Convert.FromBase64String(options.SigningKey);
    }

    /// <inheritdoc/>
    public MailLinks LinksFor(SubscriberId subscriber, ChannelAddress to, string? incidentId, string? rule, DateTimeOffset writtenAt) => new(UrlFor(subscriber));

    /// <inheritdoc/>
    public string UrlFor(SubscriberId subscriber) => _page + TokenFor(subscriber);

    /// <inheritdoc/>
    public SubscriberId? Read(string? token)
    {
        if (token is null or { Length: > LongestToken } || ClaimedBy(token) is not { } subscriber)
        {
            return null;
        }

        var genuine = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(TokenFor(subscriber)));
        return genuine ? subscriber : null;
    }

    private string TokenFor(SubscriberId subscriber)
    {
        var payload = Version + subscriber.Text;
        var signature = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(Purpose + payload));
        return $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.{Base64Url.EncodeToString(signature)}";
    }

    private static SubscriberId? ClaimedBy(string token)
    {
        try
        {
            var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.AsSpan(0, Math.Max(token.IndexOf('.', StringComparison.Ordinal), 0))));
            return payload.StartsWith(Version, StringComparison.Ordinal) ? SubscriberId.Parse(payload[Version.Length..]) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
