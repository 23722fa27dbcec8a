namespace MarketAlerts.Benchmarks.Harness;

/// <summary>A run that cannot go on; the message is for whoever started it.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
