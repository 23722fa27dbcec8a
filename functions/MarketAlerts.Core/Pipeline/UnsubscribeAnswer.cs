namespace MarketAlerts.Core.Pipeline;

/// <summary>What an unsubscribe link answers.</summary>
public enum UnsubscribeAnswer
{
    /// <summary>The link is good: ask for the button.</summary>
    Ask,

    /// <summary>Done: no more mail.</summary>
    Done,

    /// <summary>Forged, broken, or of nobody we know; the same answer for all of them.</summary>
    Invalid,
}
