namespace MarketAlerts.Adapters.Http;

/// <summary>The calls within the running minute, hour or day of the UTC clock.</summary>
/// <param name="length">How long that is, in ticks.</param>
/// <param name="most">How many are allowed, or null for any number.</param>
internal sealed class CallCount(long length, int? most)
{
    private long _period;
    private long _count;

    /// <summary>How long it is until so many calls are allowed, or null when they are now.</summary>
    public TimeSpan? WaitFor(int calls, long now)
    {
        var period = now / length;
        (_period, _count) = (period, period == _period ? _count : 0);
        return _count + calls > (most ?? long.MaxValue) ? TimeSpan.FromTicks(((period + 1) * length) - now) : null;
    }

    /// <summary>Counts calls of the period that was asked about last.</summary>
    public void Add(int calls) => _count += calls;
}
