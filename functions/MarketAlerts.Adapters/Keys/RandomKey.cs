namespace MarketAlerts.Adapters.Keys;

/// <summary>
/// Reads the keys of the settings that we sign with. One that anybody could guess is none: it would sign for whoever guesses it.
/// </summary>
internal static class RandomKey
{
    /// <summary>The shortest key, in bytes.</summary>
    public const int LeastBytes = 32;

    public const string Advice = "openssl rand -base64 32";

    /// <summary>
    /// The fewest different bytes. Zeros, one byte again and again, a short pattern were typed; of 32 random bytes fewer differ once in
    /// 10^33 keys.
    /// </summary>
    private const int LeastDifferent = 9;

    /// <summary>The bytes of a key in base64; null when it is none, too short or not random.</summary>
    public static byte[]? BytesOf(string text)
    {
        var bytes = new byte[text.Length];
        return
            Convert.TryFromBase64String(text, bytes, out var length)
            && length >= LeastBytes
            && bytes.AsSpan(0, length).ToArray().Distinct().Count() >= LeastDifferent
            ? bytes[..length]
            : null;
    }
}
