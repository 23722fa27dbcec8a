namespace MarketAlerts.Core.Incidents;

/// <summary>Where an incident is in its life. What happened before it opened, a candidate that the guards rejected, is a verdict of the quote and no incident.</summary>
public enum IncidentState
{
    /// <summary>Just opened, within its group wait: company is gathered.</summary>
    Forming,

    /// <summary>On.</summary>
    Open,

    /// <summary>Trading in its stock is halted; nothing is judged until it goes on.</summary>
    Halted,

    /// <summary>Back below its reset level, not yet for long.</summary>
    Recovering,

    /// <summary>Back below its reset level and held there.</summary>
    Recovered,

    /// <summary>Its session ended while it was on; the next open is awaited.</summary>
    Carried,

    /// <summary>Over.</summary>
    Closed,

    /// <summary>Over, and the session after it was told.</summary>
    FollowedUp,
}
