using System.Security.Cryptography;

namespace MarketAlerts.Testing;

/// <summary>Keys that look like random ones, and are the same in every run: settings refuse a key that anybody could guess.</summary>
public static class TestKeys
{
    /// <summary>The one that most tests sign with.</summary>
    public static string Signing { get; } = Of(0);

    /// <summary>The key of a number: the base64 of 32 bytes, SHA-256 of that one byte.</summary>
    public static string Of(byte number) => Convert.ToBase64String(SHA256.HashData([number]));
}
