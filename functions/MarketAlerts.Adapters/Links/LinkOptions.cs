using System.Buffers.Binary;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using MarketAlerts.Adapters.Keys;

namespace MarketAlerts.Adapters.Links;

/// <summary>The links in messages; section <c>Links</c> of the settings.</summary>
public sealed class LinkOptions : IValidatableObject
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Links";

    /// <summary>Where the web functions are reached, such as <c>https://alerts.example.com</c>.</summary>
    /// <value>none: it must be set</value>
    [Required]
    public string BaseUrl { get; set; } = "";

    /// <summary>
    /// The secret that signs the links: base64 of at least 32 random bytes. A new one ends all links sent before, unless the old one stays
    /// in <see cref="OldSigningKeys"/>.
    /// </summary>
    /// <value>none: it must be set</value>
    [Required]
    public string SigningKey { get; set; } = "";

    /// <summary>Secrets that signed links before and still open them, with commas between them.</summary>
    /// <value>default: none</value>
    public string OldSigningKeys { get; set; } = "";

    /// <summary>How many days an unsubscribe link works.</summary>
    /// <value>default 400, 30 to 3650</value>
    [Range(30, 3650)]
    public int UnsubscribeDays { get; set; } = 400;

    /// <summary>How many days all other links work.</summary>
    /// <value>default 14, 1 to 400</value>
    [Range(1, 400)]
    public int ActionDays { get; set; } = 14;

    /// <summary>The old secrets, one by one.</summary>
    internal IEnumerable<string> OldKeys =>
        OldSigningKeys.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            !Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https")
            || url.Query is not ""
            || url.Fragment is not ""
        )
        {
            yield return new ValidationResult("BaseUrl must be an http or https address without query and fragment.", [nameof(BaseUrl)]);
        }

        if (RandomKey.BytesOf(SigningKey) is null)
        {
            yield return new ValidationResult(
                $"Links:SigningKey must be base64 of at least {RandomKey.LeastBytes} random bytes: {RandomKey.Advice}",
                [nameof(SigningKey)]
            );
        }

        if (OldKeys.Any(key => RandomKey.BytesOf(key) is null))
        {
            yield return new ValidationResult(
                $"Links:OldSigningKeys must be base64 of at least {RandomKey.LeastBytes} random bytes each, with commas between them.",
                [nameof(OldSigningKeys)]
            );
        }
    }
}

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
    /// <param name="payload">What is signed; a few hundred bytes.</param>
    /// <param name="signature">Where the signature goes: <see cref="SignatureBytes"/> bytes.</param>
    public void Sign(ReadOnlySpan<byte> payload, Span<byte> signature)
    {
        Span<byte> labelled = stackalloc byte[Label.Length + payload.Length];
        Label.CopyTo(labelled);
        payload.CopyTo(labelled[Label.Length..]);
        HMACSHA256.HashData(_secret, labelled, signature);
    }
}
