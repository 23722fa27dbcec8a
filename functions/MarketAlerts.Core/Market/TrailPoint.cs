namespace MarketAlerts.Core.Market;

/// <summary>One sampled price of a symbol's recent path, kept for the sparkline.</summary>
/// <param name="Minute">Minutes since 1970-01-01 UTC.</param>
/// <param name="Price">The accepted price.</param>
public readonly record struct TrailPoint(int Minute, float Price)
{
    /// <summary>The point of a price at a market time in UTC ticks.</summary>
    public static TrailPoint At(long ticks, double price) =>
        new((int)((ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMinute), (float)price);
}
