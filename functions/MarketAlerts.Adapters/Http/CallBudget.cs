namespace MarketAlerts.Adapters.Http;

/// <summary>How many calls a plan allows, counted by the minute, the hour and the UTC day as providers do. An instance counts its own calls only.</summary>
/// <param name="perMinute">Calls a minute.</param>
/// <param name="perDay">Calls a day, or null without such a limit.</param>
/// <param name="clock">The clock.</param>
/// <param name="costOfCall">What one call counts as: some plans count symbols, and a call asks for several.</param>
/// <param name="perHour">Calls an hour, or null without such a limit.</param>
public sealed class CallBudget(int perMinute, int? perDay, TimeProvider clock, int costOfCall = 1, int? perHour = null)
{
    private readonly Lock _gate = new();
    private readonly CallCount _inMinute = new(TimeSpan.TicksPerMinute, perMinute);
    private readonly CallCount _inHour = new(TimeSpan.TicksPerHour, perHour);
    private readonly CallCount _inDay = new(TimeSpan.TicksPerDay, perDay);

    /// <summary>Calls a minute.</summary>
    public int PerMinute => perMinute;

    /// <summary>Calls an hour, or null without such a limit.</summary>
    public int? PerHour => perHour;

    /// <summary>Calls a day, or null without such a limit.</summary>
    public int? PerDay => perDay;

    /// <summary>The limits in words.</summary>
    public string Words => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{perMinute} a minute{(perHour is { } hour ? $", {hour} an hour" : "")}, {perDay?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "any number"} a day");

    /// <summary>Takes one call out of the budget, or says how long it is until there is one.</summary>
    /// <param name="leave">How many calls of the minute are left to others, if the plan allows more than that.</param>
    public TimeSpan? Take(int leave = 0)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow().UtcTicks;
            var left = Math.Min(leave, Math.Max(0, perMinute - costOfCall));
            if ((_inDay.WaitFor(costOfCall, now) ?? _inHour.WaitFor(costOfCall, now) ?? _inMinute.WaitFor(costOfCall + left, now)) is { } wait)
            {
                return wait;
            }

            _inMinute.Add(costOfCall);
            _inHour.Add(costOfCall);
            _inDay.Add(costOfCall);
            return null;
        }
    }
}
