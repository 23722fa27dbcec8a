using System.Buffers.Text;
using System.Security.Cryptography;
using MarketAlerts.Core.Stages.SelfService;

namespace MarketAlerts.Adapters.Tests.Links;

/// <summary>
/// Makes tokens that nobody signed: genuine ones changed in a letter, a byte or a bit, cut, glued together from two, signed with a guessed
/// key, or noise.
/// </summary>
internal sealed class TokenForger(int seed, (string Token, LinkPurpose Purpose)[] genuine)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int SignatureBytes = 32;
    private const int PurposeAt = 5;

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _known = [.. genuine.Select(pair => pair.Token)];

    public IReadOnlyList<(string Token, LinkPurpose Purpose)> Genuine => genuine;

    /// <summary>A forgery, and what it is shown for.</summary>
    public (string Token, LinkPurpose Purpose) Next()
    {
        while (true)
        {
            var (token, purpose) = Pick();
            var (forged, shownFor) = Forge(token, purpose);
            if (!_known.Contains(forged))
            {
                return (forged, shownFor);
            }
        }
    }

    private (string Token, LinkPurpose Purpose) Forge(string token, LinkPurpose purpose)
    {
        var at = _random.Next(token.Length);
        var bytes = Base64Url.DecodeFromChars(token);
        var other = (LinkPurpose)_random.Next(1, 10);
        return _random.Next(10) switch
        {
            0 => (token[..at] + Letter() + token[(at + 1)..], purpose),
            1 => (token.Insert(at, Letter().ToString()), purpose),
            2 => (token.Remove(at, 1), purpose),
            3 => (token[..at], purpose),
            4 => (Write(Flip(bytes, _random.Next(bytes.Length))), purpose),
            5 => (Write([.. bytes[..^SignatureBytes], .. Base64Url.DecodeFromChars(Pick().Token)[^SignatureBytes..]]), purpose),
            6 => (Write(WithPurpose(bytes, other)), other),
            7 => (Write(Guess(bytes[..^SignatureBytes])), purpose),
            8 => (Write(Noise(bytes.Length)), purpose),
            _ => (Write([.. bytes[..^SignatureBytes], .. Noise(SignatureBytes)]), purpose),
        };
    }

    private (string Token, LinkPurpose Purpose) Pick() => genuine[_random.Next(genuine.Length)];

    private char Letter() => Letters[_random.Next(Letters.Length)];

    private byte[] Flip(byte[] bytes, int at)
    {
        bytes[at] ^= (byte)(1 << _random.Next(8));
        return bytes;
    }

    private static byte[] WithPurpose(byte[] bytes, LinkPurpose purpose)
    {
        bytes[PurposeAt] = (byte)purpose;
        return bytes;
    }

    private byte[] Guess(byte[] payload) => [.. payload, .. HMACSHA256.HashData(Noise(SignatureBytes), payload)];

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        _random.NextBytes(noise);
        return noise;
    }

    private static string Write(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
