using System.ComponentModel.DataAnnotations;
using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.Channels.Acs;

/// <summary>Mail by Azure Communication Services; section <c>Email:Acs</c> of the settings.</summary>
public sealed class AcsOptions : IValidatableObject
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Email:Acs";

    /// <summary>The resource, such as <c>https://alerts.communication.azure.com</c>. The sender's domain must be linked to it.</summary>
    /// <value>none: it must be set</value>
    [Required]
    public string Endpoint { get; set; } = "";

    /// <summary>The resource's access key, base64; without one the host's managed identity signs in.</summary>
    /// <value>none</value>
    public string? AccessKey { get; set; }

    /// <summary>
    /// How many mails the resource takes in a minute; 0 for as many as there are. Azure begins with 30 on a domain of one's own, with 5 on
    /// one of Azure's.
    /// </summary>
    /// <value>30</value>
    [Range(0, 1_000_000)]
    public int PerMinute { get; set; } = 30;

    /// <summary>
    /// How many mails the resource takes in an hour; 0 for as many as there are. Azure begins with 100 on a domain of one's own, with 10 on
    /// one of Azure's.
    /// </summary>
    /// <value>100</value>
    [Range(0, 10_000_000)]
    public int PerHour { get; set; } = 100;

    /// <summary>
    /// How long one send may take in all, waiting for the outcome included, in seconds. Less than <c>Delivery:ResendAfterSeconds</c>.
    /// </summary>
    /// <value>60</value>
    [Range(1, 100)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            !Uri.TryCreate(Endpoint, UriKind.Absolute, out var url)
            || !WebAddress.IsUsable(url)
            || url.PathAndQuery is not "/"
            || (url.Scheme is not "https" && !url.IsLoopback)
        )
        {
            yield return new ValidationResult(
                "Email:Acs:Endpoint must be an https address without path, such as https://alerts.communication.azure.com.",
                [nameof(Endpoint)]
            );
        }

        if (!string.IsNullOrEmpty(AccessKey) && !Convert.TryFromBase64String(AccessKey, new byte[AccessKey.Length], out _))
        {
            yield return new ValidationResult(
                "Email:Acs:AccessKey must be the key as the portal shows it, in base64.",
                [nameof(AccessKey)]
            );
        }
    }
}
