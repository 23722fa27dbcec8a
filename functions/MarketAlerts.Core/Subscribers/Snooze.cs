namespace MarketAlerts.Core.Subscribers;

/// <summary>What a subscriber does not want to hear of for a while. It always ends; what came in the meantime is told then.</summary>
/// <param name="Scope">What is silent.</param>
/// <param name="Name">The incident's id, the symbol or the basket's name; empty for everything.</param>
/// <param name="Since">When it began (UTC).</param>
/// <param name="Until">When it ends (UTC).</param>
public sealed record Snooze(SnoozeScope Scope, string Name, DateTimeOffset Since, DateTimeOffset Until)
{
    /// <summary>
    /// Whether a watch file says so: then it goes when the file no longer does. Otherwise the subscriber said so, from a message.
    /// </summary>
    public bool? InFile { get; init; }
}

/// <summary>What a snooze silences.</summary>
public enum SnoozeScope
{
    /// <summary>One incident; a member that becomes severe is still told.</summary>
    Incident,

    /// <summary>One symbol, in whatever incident.</summary>
    Symbol,

    /// <summary>Everything that is not severe.</summary>
    BelowSevere,

    /// <summary>Everything.</summary>
    All,
}
