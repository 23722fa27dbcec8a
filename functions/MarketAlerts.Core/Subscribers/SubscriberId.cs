using System.Security.Cryptography;
using System.Text;

namespace MarketAlerts.Core.Subscribers;

/// <summary>
/// The key of a subscriber: the first 16 hex digits of the SHA-256 of the lower-case address, so that any address makes a table key and
/// none shows in a log.
/// </summary>
public readonly record struct SubscriberId : IComparable<SubscriberId>
{
    /// <summary>How many hex digits an id has.</summary>
    public const int Length = 16;

    private SubscriberId(string text) => Text = text;

    /// <summary>The hex digits.</summary>
    public string Text
    {
        get => field ?? "";
    }

    /// <summary>The id of an email address.</summary>
    public static SubscriberId FromAddress(string email) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())))[..Length]);

    /// <summary>Reads an id back.</summary>
    /// <exception cref="FormatException">The text is not an id.</exception>
    public static SubscriberId Parse(string text) =>
        text.Length is Length && text.All(char.IsAsciiHexDigitLower) ? new(text) : throw new FormatException("Not a subscriber id.");

    /// <inheritdoc/>
    public int CompareTo(SubscriberId other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
