namespace MarketAlerts.LocalHost.Replay;

/// <summary>The clock of a replay: it stands still until the replay moves it.</summary>
/// <param name="start">Where it stands at first.</param>
public sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private long _utcTicks = start.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    /// <summary>Moves the clock.</summary>
    public void MoveTo(DateTimeOffset instant) => Interlocked.Exchange(ref _utcTicks, instant.UtcTicks);
}
