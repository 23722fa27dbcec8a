namespace MarketAlerts.Adapters.Mail;

/// <summary>Who carries our mails.</summary>
public enum MailProvider
{
    /// <summary>A mail server.</summary>
    Smtp,

    /// <summary>Azure Communication Services.</summary>
    Acs,

    /// <summary>SendGrid.</summary>
    SendGrid,
}
