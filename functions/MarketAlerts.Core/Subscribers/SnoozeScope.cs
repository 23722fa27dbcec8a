namespace MarketAlerts.Core.Subscribers;

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
