namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>Whether a link works.</summary>
public enum LinkState
{
    /// <summary>It was not signed by us, or for something else.</summary>
    Broken,

    /// <summary>It was ours, and is too old, was turned off by its subscriber or was written for one who was deleted.</summary>
    Ended,

    /// <summary>
    /// It changes what goes to all addresses of its subscriber, and came to a place that others see or that is not the subscriber's any more.
    /// </summary>
    Overheard,

    /// <summary>It works.</summary>
    Open,
}
