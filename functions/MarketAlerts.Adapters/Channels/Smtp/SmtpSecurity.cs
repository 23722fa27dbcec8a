namespace MarketAlerts.Adapters.Channels.Smtp;

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
