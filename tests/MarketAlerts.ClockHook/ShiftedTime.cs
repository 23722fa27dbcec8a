namespace MarketAlerts.ClockHook;

/// <summary>The system's clock, set to another time: it goes on from there, and timers take as long as ever.</summary>
/// <param name="now">What it says now.</param>
internal sealed class ShiftedTime(DateTimeOffset now) : TimeProvider
{
    private readonly TimeSpan _shift = now - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
