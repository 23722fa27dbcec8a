using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.Mail;

/// <summary>Who carries our mails; section <c>Email</c> of the settings, beside the sender.</summary>
public sealed class ProviderOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Email";

    /// <summary>Smtp, Acs or SendGrid; only the settings of the chosen one are looked at.</summary>
    /// <value>Smtp</value>
    [RegularExpression("(?i:Smtp|Acs|SendGrid)", ErrorMessage = "Email:Provider is Smtp, Acs or SendGrid.")]
    public string Provider { get; set; } = nameof(MailProvider.Smtp);
}
