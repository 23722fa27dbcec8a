namespace MarketAlerts.Core.Notifications;

/// <summary>What a mail is.</summary>
public enum MailKind
{
    /// <summary>The first mail about its incident.</summary>
    Opened,

    /// <summary>Something new about an incident already told.</summary>
    Update,

    /// <summary>An incident already told became more severe.</summary>
    Escalated,

    /// <summary>No alert: it holds only notices.</summary>
    Notice,
}
