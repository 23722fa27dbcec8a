using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.Channels.SendGrid;

/// <summary>Mail by SendGrid; section <c>Email:SendGrid</c> of the settings.</summary>
public sealed class SendGridOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Email:SendGrid";

    /// <summary>Where the provider is, without path; <c>https://api.eu.sendgrid.com</c> for accounts in Europe.</summary>
    /// <value>https://api.sendgrid.com</value>
    [Required, Url]
    public string BaseUrl { get; set; } = "https://api.sendgrid.com";

    /// <summary>The key, with the right to send mail. It goes into a header and nowhere else.</summary>
    /// <value>none: it must be set</value>
    [Required]
    [RegularExpression(@"[\x21-\x7E]+", ErrorMessage = "Email:SendGrid:ApiKey must be plain ASCII characters without spaces.")]
    public string ApiKey { get; set; } = "";

    /// <summary>How many mails it takes in a minute; 0 for as many as there are.</summary>
    /// <value>0</value>
    [Range(0, 1_000_000)]
    public int PerMinute { get; set; }

    /// <summary>How many mails it takes in an hour; 0 for as many as there are.</summary>
    /// <value>0</value>
    [Range(0, 10_000_000)]
    public int PerHour { get; set; }

    /// <summary>How long one send may take in all, in seconds.</summary>
    /// <value>30</value>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;
}
