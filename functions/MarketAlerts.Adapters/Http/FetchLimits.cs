namespace MarketAlerts.Adapters.Http;

/// <summary>How much of somebody else's answer is taken.</summary>
/// <param name="MostBytes">The longest body, decompressed.</param>
/// <param name="Timeout">The longest time from the first byte asked to the last byte read, redirects included.</param>
/// <param name="MostRedirects">How many redirects are followed.</param>
public sealed record FetchLimits(int MostBytes, TimeSpan Timeout, int MostRedirects);
