namespace MarketAlerts.Core.Notifications.Votes;

/// <summary>What a reader thinks of an alert.</summary>
public enum VoteKind
{
    /// <summary>It was worth it.</summary>
    Useful,

    /// <summary>It was not.</summary>
    Noise,
}
