namespace MarketAlerts.Core.Mail;

/// <summary>Where a mail is on its way.</summary>
public enum MailState
{
    /// <summary>Written down and to be sent; perhaps already sent and not recorded.</summary>
    Claimed,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The mail server refuses it for good.</summary>
    Rejected,
}
