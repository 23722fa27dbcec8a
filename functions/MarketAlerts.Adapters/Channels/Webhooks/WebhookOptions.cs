using System.ComponentModel.DataAnnotations;
using MarketAlerts.Adapters.Channels.Webhooks.Signed;

namespace MarketAlerts.Adapters.Channels.Webhooks;

/// <summary>How webhooks and chats are posted to; section <c>Webhooks</c> of the settings.</summary>
public sealed class WebhookOptions : IValidatableObject
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Webhooks";

    /// <summary>
    /// The secrets that signing keys are derived from: each is base64 of at least 32 random bytes; several are separated by spaces, the
    /// newest first, and each gives a signature of its own. Without one no signed webhook is sent.
    /// </summary>
    /// <value>none</value>
    public string? MasterKeys { get; set; }

    /// <summary>How long one post may take in all, in seconds.</summary>
    /// <value>10</value>
    [Range(1, 100)]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Whether addresses of this machine may be posted to, with http and on any port: for laptops and tests alone.</summary>
    /// <value>false</value>
    public bool AllowLoopback { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!WebhookKeys.TryParse(MasterKeys, out _))
        {
            yield return new ValidationResult(WebhookKeys.Wanted, [nameof(MasterKeys)]);
        }
    }
}

/// <summary>
/// The addresses that are secrets themselves, as those of chats are, by name; section <c>ChannelSecrets</c> of the settings. A subscriber's
/// address then is <c>secret:NAME</c>.
/// </summary>
public sealed class ChannelSecretOptions : IValidatableObject
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "ChannelSecrets";

    /// <summary>The addresses by name; in the settings they stand in the section itself.</summary>
    /// <value>none</value>
    public Dictionary<string, string?> Urls { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from secret in Urls
        where !Uri.TryCreate(secret.Value, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")
        select new ValidationResult($"ChannelSecrets:{secret.Key} must be a web address.", [secret.Key]);
}
