using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Core.Wording;

/// <summary>In whose name mail is sent; section <c>Email</c> of the settings.</summary>
public sealed class SenderOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Email";

    /// <summary>The sender's address; its domain makes the Message-IDs.</summary>
    /// <value>alerts@marketalerts.example</value>
    [Required]
    [RegularExpression("^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,253}$")]
    public string From { get; set; } = "alerts@marketalerts.example";

    /// <summary>The sender's name.</summary>
    /// <value>MarketAlerts</value>
    [Required]
    public string FromName { get; set; } = "MarketAlerts";

    /// <summary>How many mails are sent at the same time, each over its own connection.</summary>
    /// <value>4</value>
    [Range(1, 64)]
    public int ParallelSends { get; set; } = 4;

    /// <summary>The domain of the sender.</summary>
    public string Domain => From[(From.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
