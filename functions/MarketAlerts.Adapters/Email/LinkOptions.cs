using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.Email;

/// <summary>The links in mails; section <c>Links</c> of the settings.</summary>
public sealed class LinkOptions : IValidatableObject
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Links";

    private const int LeastKeyBytes = 32;

    /// <summary>Where the web functions are reached, such as <c>https://alerts.example.com</c>.</summary>
    /// <value>none: it must be set</value>
    [Required]
    public string BaseUrl { get; set; } = "";

    /// <summary>The secret that signs the links: base64 of at least 32 random bytes. A new one ends all links sent before.</summary>
    /// <value>none: it must be set</value>
    [Required]
    public string SigningKey { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query is not "" || url.Fragment is not "")
        {
            yield return new ValidationResult("BaseUrl must be an http or https address without query and fragment.", [nameof(BaseUrl)]);
        }

        var key = new byte[SigningKey.Length];
        if (!Convert.TryFromBase64String(SigningKey, key, out var length) || length < LeastKeyBytes)
        {
            yield return new ValidationResult($"SigningKey must be base64 of at least {LeastKeyBytes} bytes.", [nameof(SigningKey)]);
        }
    }
}
