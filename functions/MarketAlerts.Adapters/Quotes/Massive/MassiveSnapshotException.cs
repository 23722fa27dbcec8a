namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>An answer of Massive that is no snapshot. Nothing of it was kept.</summary>
public sealed class MassiveSnapshotException : Exception
{
    /// <summary>Says why, and in whose words.</summary>
    public MassiveSnapshotException(MassiveFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>What to do about it hangs on this.</summary>
    public MassiveFault Fault { get; }
}
