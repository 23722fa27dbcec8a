namespace MarketAlerts.Adapters.Http;

/// <summary>How many calls a plan allows, counted by the minute and the UTC day as providers do. An instance counts its own calls only.</summary>
/// <param name="perMinute">Calls a minute.</param>
/// <param name="perDay">Calls a day, or null without such a limit.</param>
/// <param name="clock">The clock.</param>
/// <param name="costOfCall">What one call counts as: some plans count symbols, and a call asks for several.</param>
public sealed class CallBudget(int perMinute, int? perDay, TimeProvider clock, int costOfCall = 1)
{
    private readonly Lock _gate = new();
    private long _minute;
    private int _inMinute;
    private DateOnly _day;
    private int _inDay;

    /// <summary>Calls a minute.</summary>
    public int PerMinute => perMinute;

    /// <summary>Calls a day, or null without such a limit.</summary>
    public int? PerDay => perDay;

    /// <summary>Takes one call out of the budget, or says how long it is until there is one.</summary>
    public TimeSpan? Take()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            Turn(now);
            if (_inDay > (perDay ?? int.MaxValue) - costOfCall)
            {
                return now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;
            }

            if (_inMinute > perMinute - costOfCall)
            {
                return TimeSpan.FromTicks(((_minute + 1) * TimeSpan.TicksPerMinute) - now.UtcTicks);
            }

            _inMinute += costOfCall;
            _inDay += costOfCall;
            return null;
        }
    }

    private void Turn(DateTimeOffset now)
    {
        var (minute, day) = (now.UtcTicks / TimeSpan.TicksPerMinute, DateOnly.FromDateTime(now.UtcDateTime));
        (_minute, _inMinute) = (minute, minute == _minute ? _inMinute : 0);
        (_day, _inDay) = (day, day == _day ? _inDay : 0);
    }
}
