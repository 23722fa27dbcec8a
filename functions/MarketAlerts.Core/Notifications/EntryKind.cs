namespace MarketAlerts.Core.Notifications;

/// <summary>Why an entry waits for somebody.</summary>
public enum EntryKind
{
    /// <summary>One of their rules fired.</summary>
    Rule,

    /// <summary>An incident they were told of became more severe.</summary>
    Escalated,

    /// <summary>Members of an incident they were told of became notable.</summary>
    MemberNotable,

    /// <summary>Something became of their rules; no alert.</summary>
    Notice,
}
