namespace MarketAlerts.Adapters.Http;

/// <summary>How many calls a plan allows, counted by the minute and the UTC day as providers do. An instance counts its own calls only.</summary>
/// <param name="perMinute">Calls a minute.</param>
/// <param name="perDay">Calls a day, or null without such a limit.</param>
/// <param name="clock">The clock.</param>
public sealed class CallBudget(int perMinute, int? perDay, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private Span _minute;
    private Span _day;

    /// <summary>Calls a minute.</summary>
    public int PerMinute => perMinute;

    /// <summary>Calls a day, or null without such a limit.</summary>
    public int? PerDay => perDay;

    /// <summary>Takes one call out of the budget, or says how long it is until there is one.</summary>
    /// <param name="cost">What it counts as: some plans count symbols, and a call asks for several.</param>
    public TimeSpan? Take(int cost = 1) => Take(cost, isSpare: false);

    /// <summary>Takes a call for something that can wait. Such calls get at most half of the minute and of the day: the rest is there for those that cannot.</summary>
    public TimeSpan? TakeSpare(int cost = 1) => Take(cost, isSpare: true);

    private TimeSpan? Take(int cost, bool isSpare)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            Turn(now);
            if (!_day.Has(cost, perDay ?? int.MaxValue, isSpare))
            {
                return now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;
            }

            if (!_minute.Has(cost, perMinute, isSpare))
            {
                return TimeSpan.FromTicks(((_minute.Number + 1) * TimeSpan.TicksPerMinute) - now.UtcTicks);
            }

            _minute = _minute.With(cost, isSpare);
            _day = _day.With(cost, isSpare);
            return null;
        }
    }

    private void Turn(DateTimeOffset now)
    {
        _minute = _minute.At(now.UtcTicks / TimeSpan.TicksPerMinute);
        _day = _day.At(now.UtcTicks / TimeSpan.TicksPerDay);
    }

    /// <summary>What was used in a minute or day.</summary>
    /// <param name="Number">Which one since the calendar began.</param>
    /// <param name="Used">All that was used in it ...</param>
    /// <param name="Spare">... and what of it could have waited.</param>
    private readonly record struct Span(long Number, long Used, long Spare)
    {
        public bool Has(int cost, int all, bool isSpare) => Used + cost <= all && (!isSpare || Spare + cost <= all / 2);

        public Span With(int cost, bool isSpare) => this with { Used = Used + cost, Spare = Spare + (isSpare ? cost : 0) };

        public Span At(long number) => number == Number ? this : new Span(number, 0, 0);
    }
}
