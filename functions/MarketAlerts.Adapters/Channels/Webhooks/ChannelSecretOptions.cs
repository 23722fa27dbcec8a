using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.Channels.Webhooks;

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
