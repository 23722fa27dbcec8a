namespace MarketAlerts.Core.Subscribers;

/// <summary>Until when a subscriber pauses an incident: there always is an end.</summary>
public enum SnoozeChoice
{
    /// <summary>Until the running session, or the one of today, closes.</summary>
    Close,

    /// <summary>Until the session of a later day opens.</summary>
    NextOpen,

    /// <summary>For seven days.</summary>
    Week,
}
