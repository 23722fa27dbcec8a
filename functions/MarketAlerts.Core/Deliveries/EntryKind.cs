namespace MarketAlerts.Core.Deliveries;

/// <summary>Why an entry waits for somebody.</summary>
public enum EntryKind
{
    /// <summary>One of their rules fired.</summary>
    Rule,

    /// <summary>An incident they were told of became more severe.</summary>
    Escalated,

    /// <summary>Members of an incident they were told of became notable.</summary>
    MemberNotable,

    /// <summary>An incident they were told of is over.</summary>
    Recovered,

    /// <summary>An incident they were told was over is on again.</summary>
    Reopened,

    /// <summary>What an incident they were told of rests on was revised.</summary>
    Corrected,

    /// <summary>How the day ended for an incident they were told of.</summary>
    CloseOfDay,

    /// <summary>How the next session began for an incident they were told of.</summary>
    NextSession,

    /// <summary>Something became of their rules, or of them as a subscriber; no alert.</summary>
    Notice,
}
