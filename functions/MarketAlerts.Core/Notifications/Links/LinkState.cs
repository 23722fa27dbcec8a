namespace MarketAlerts.Core.Notifications.Links;

/// <summary>Whether a link works.</summary>
public enum LinkState
{
    /// <summary>It was not signed by us, or for something else.</summary>
    Broken,

    /// <summary>It was ours, and is too old or was turned off by its reader.</summary>
    Ended,

    /// <summary>It works.</summary>
    Open,
}
