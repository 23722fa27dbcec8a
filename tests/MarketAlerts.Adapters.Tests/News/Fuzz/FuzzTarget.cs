namespace MarketAlerts.Adapters.Tests.News.Fuzz;

/// <summary>A parser of what others send.</summary>
/// <param name="Name">Its name in the tests.</param>
/// <param name="Seeds">Good inputs, to be spoiled.</param>
/// <param name="Read">Reads one input.</param>
internal sealed record FuzzTarget(string Name, byte[][] Seeds, Action<byte[]> Read);
