namespace MarketAlerts.Benchmarks.Harness;

/// <summary>What a contender is in a comparison.</summary>
internal enum ContenderKind
{
    /// <summary>MarketAlerts itself.</summary>
    Ours,

    /// <summary>The bare arithmetic, with no product around it: what nobody beats.</summary>
    Bound,

    /// <summary>What somebody would take instead.</summary>
    Peer,

    /// <summary>A plain reading of the task that guards the others' answers.</summary>
    Guard,
}
