namespace MarketAlerts.Testing.Fuzz;

/// <summary>A parser of what others send.</summary>
/// <param name="Name">Its name in the tests.</param>
/// <param name="Seeds">Inputs in the documented shapes, to be spoiled; the first is a good one.</param>
/// <param name="Read">Reads one input.</param>
public sealed record FuzzTarget(string Name, byte[][] Seeds, Action<byte[]> Read)
{
    /// <summary>The types it runs through.</summary>
    public Type[] Parsers { get; init; } = [];

    /// <summary>The exceptions by which it refuses an input.</summary>
    public Type[] Refusals { get; init; } = [];
}
