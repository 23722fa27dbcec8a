namespace MarketAlerts.Adapters.Channels.Smtp;

/// <summary>What a mail server speaks of when it refuses.</summary>
public enum SmtpStage
{
    /// <summary>Of us: the greeting, encryption, signing in.</summary>
    Connecting,

    /// <summary>Of the sender: MAIL FROM.</summary>
    Sender,

    /// <summary>Of the recipient: RCPT TO.</summary>
    Recipient,

    /// <summary>Of the mail: DATA and what follows it.</summary>
    Content,
}
