namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>What a subscriber thinks of an alert.</summary>
public enum VoteKind
{
    /// <summary>It was worth it.</summary>
    Useful,

    /// <summary>It was not.</summary>
    Noise,
}
