namespace MarketAlerts.Benchmarks.W4.Ours;

/// <summary>
/// Half a minute after the open of 27 January 2025, always, so that the same mail is written whoever sends it; timers run.
/// </summary>
internal sealed class StoppedClock : TimeProvider
{
    /// <summary>What it shows.</summary>
    public static DateTimeOffset Now { get; } = new(2025, 1, 27, 14, 30, 30, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
