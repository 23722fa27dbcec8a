using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Links;

/// <summary>
/// The one format of all signed links: base64url of version (1 byte), key id (4), purpose (1), subscriber (8), written at and expires at (8
/// each, Unix milliseconds), address (8), rule (8), incident (UTF-8, as long as it is), and the HMAC-SHA256 of all that (32). Numbers are
/// big-endian.
/// </summary>
internal static class LinkToken
{
    /// <summary>The longest token that is looked at, in characters.</summary>
    public const int Longest = 400;

    private const byte Version = 1;
    private const int KeyAt = 1;
    private const int PurposeAt = 5;
    private const int SubscriberAt = 6;
    private const int WrittenAt = 14;
    private const int ExpiresAt = 22;
    private const int AddressAt = 30;
    private const int RuleAt = 38;
    private const int IncidentAt = 46;
    private const int LongestIncident = 200;

    /// <summary>Writes a claim, signed.</summary>
    /// <exception cref="ArgumentException">The incident's id is longer than 200 bytes.</exception>
    public static string Write(LinkClaim claim, LinkKey key)
    {
        var length = IncidentAt + Encoding.UTF8.GetByteCount(claim.Incident);
        if (length > IncidentAt + LongestIncident)
        {
            throw new ArgumentException($"An incident's id has at most {LongestIncident} bytes in a link.", nameof(claim));
        }

        Span<byte> token = stackalloc byte[length + LinkKey.SignatureBytes];
        var payload = token[..length];
        payload[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(payload[KeyAt..], key.Id);
        payload[PurposeAt] = (byte)claim.Purpose;
        Convert.FromHexString(claim.Subscriber.Text, payload[SubscriberAt..], out _, out _);
        BinaryPrimitives.WriteInt64BigEndian(payload[WrittenAt..], claim.WrittenAt.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64BigEndian(payload[ExpiresAt..], claim.ExpiresAt.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64BigEndian(payload[AddressAt..], claim.Address);
        BinaryPrimitives.WriteInt64BigEndian(payload[RuleAt..], claim.Rule);
        Encoding.UTF8.GetBytes(claim.Incident, payload[IncidentAt..]);
        key.Sign(payload, token[length..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads a claim back; null unless one of the keys signed exactly this text. It may have expired.</summary>
    public static LinkClaim? Read(string? token, IReadOnlyList<LinkKey> keys)
    {
        if (
            token is not { Length: > 0 and <= Longest }
            || Decode(token) is not { Length: >= IncidentAt + LinkKey.SignatureBytes } bytes
            || bytes[0] is not Version
        )
        {
            return null;
        }

        var payload = bytes.AsSpan(0, bytes.Length - LinkKey.SignatureBytes);
        var signature = bytes.AsSpan(payload.Length);
        var id = BinaryPrimitives.ReadUInt32BigEndian(payload[KeyAt..]);
        Span<byte> right = stackalloc byte[LinkKey.SignatureBytes];
        foreach (var key in keys.Where(key => key.Id == id))
        {
            key.Sign(payload, right);
            if (CryptographicOperations.FixedTimeEquals(right, signature))
            {
                return ClaimOf(payload);
            }
        }

        return null;
    }

    /// <summary>The bytes of a text; null unless they are written as we write them: one claim has one text.</summary>
    private static byte[]? Decode(string token)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(token.Length)];
        return
            Base64Url.IsValid(token)
            && Base64Url.TryDecodeFromChars(token, bytes, out var length)
            && Base64Url.EncodeToString(bytes.AsSpan(0, length)) == token
            ? bytes[..length]
            : null;
    }

    private static LinkClaim ClaimOf(ReadOnlySpan<byte> payload) =>
        new(
            SubscriberId.Parse(Convert.ToHexStringLower(payload[SubscriberAt..WrittenAt])),
            (LinkPurpose)payload[PurposeAt],
            TimeAt(payload[WrittenAt..]),
            TimeAt(payload[ExpiresAt..])
        )
        {
            Address = BinaryPrimitives.ReadInt64BigEndian(payload[AddressAt..]),
            Rule = BinaryPrimitives.ReadInt64BigEndian(payload[RuleAt..]),
            Incident = Encoding.UTF8.GetString(payload[IncidentAt..]),
        };

    private static DateTimeOffset TimeAt(ReadOnlySpan<byte> bytes) =>
        DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes));
}
