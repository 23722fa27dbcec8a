namespace MarketAlerts.Core.Stages.Registration;

/// <summary>What entering a file does to one thing of it.</summary>
public enum WatchFileStep
{
    /// <summary>It is there as the file has it.</summary>
    LeftAlone,

    /// <summary>It is not there yet.</summary>
    Added,

    /// <summary>It is there and differs.</summary>
    Changed,

    /// <summary>It is there and the file no longer has it; only a rule of a subscriber whom the file names.</summary>
    Removed,
}
