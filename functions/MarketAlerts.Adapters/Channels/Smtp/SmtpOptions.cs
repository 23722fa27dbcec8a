using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.Channels.Smtp;

/// <summary>The mail server; section <c>Email:Smtp</c> of the settings.</summary>
public sealed class SmtpOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Email:Smtp";

    /// <summary>The server's name or address.</summary>
    /// <value>127.0.0.1</value>
    [Required]
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>The server's port: usually 587 with STARTTLS, 465 with TLS.</summary>
    /// <value>1025</value>
    [Range(1, 65_535)]
    public int Port { get; set; } = 1_025;

    /// <summary>How the connection is protected.</summary>
    /// <value>None</value>
    [EnumDataType(typeof(SmtpSecurity))]
    public SmtpSecurity Security { get; set; } = SmtpSecurity.None;

    /// <summary>
    /// The SHA-256 fingerprint of the server's certificate, 64 hexadecimal digits: then exactly this certificate is trusted, whoever issued
    /// it, and no other. For a server with a certificate of its own making.
    /// </summary>
    /// <value>none: certificates must be trusted by this machine</value>
    [RegularExpression("[0-9A-Fa-f]{64}")]
    public string? CertificateSha256 { get; set; }

    /// <summary>How many mails it takes in a minute; 0 for as many as there are.</summary>
    /// <value>0</value>
    [Range(0, 1_000_000)]
    public int PerMinute { get; set; }

    /// <summary>How many mails it takes in an hour; 0 for as many as there are.</summary>
    /// <value>0</value>
    [Range(0, 10_000_000)]
    public int PerHour { get; set; }

    /// <summary>The user name; without one nobody signs in.</summary>
    /// <value>none</value>
    public string? UserName { get; set; }

    /// <summary>The password of the user name.</summary>
    /// <value>none</value>
    public string? Password { get; set; }

    /// <summary>How long one send may take in all, connecting included, in seconds.</summary>
    /// <value>30</value>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;
}

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: for a mail server on this machine.</summary>
    None,

    /// <summary>Plain at first, then STARTTLS, which the server must offer.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}
