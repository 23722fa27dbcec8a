using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MarketAlerts.Adapters.Links;

/// <summary>A secret that signs links, and the number by which a token names it.</summary>
internal sealed class LinkKey
{
    /// <summary>The length of a signature in bytes.</summary>
    public const int SignatureBytes = HMACSHA256.HashSizeInBytes;

    private static readonly byte[] IdLabel = Encoding.ASCII.GetBytes("MarketAlerts link key|");
    private static readonly byte[] Label = Encoding.ASCII.GetBytes("MarketAlerts link|");

    private readonly byte[] _secret;

    public LinkKey(string base64)
    {
        _secret = Convert.FromBase64String(base64);
        Id = BinaryPrimitives.ReadUInt32BigEndian(HMACSHA256.HashData(_secret, IdLabel));
    }

    /// <summary>The number; it tells nothing of the secret.</summary>
    public uint Id { get; }

    /// <summary>HMAC-SHA256 of a payload, under a label of its own: nothing else that the secret may ever sign is a link.</summary>
    public byte[] Sign(ReadOnlySpan<byte> payload)
    {
        byte[] labelled = [.. Label, .. payload];
        return HMACSHA256.HashData(_secret, labelled);
    }
}
