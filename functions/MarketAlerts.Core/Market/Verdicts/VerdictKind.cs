namespace MarketAlerts.Core.Market.Verdicts;

/// <summary>What happens to a quote.</summary>
public enum VerdictKind
{
    /// <summary>It moves the state.</summary>
    Accept,

    /// <summary>It moves the state, and everything told of the day says that it is unverified.</summary>
    Tag,

    /// <summary>It waits for one more quote.</summary>
    Hold,

    /// <summary>It is left aside.</summary>
    Reject,
}
