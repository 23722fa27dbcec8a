namespace MarketAlerts.Adapters.Http;

/// <summary>The calls within the running minute, hour or day of the UTC clock.</summary>
/// <param name="length">How long that is, in ticks.</param>
/// <param name="most">How many are allowed, or null for any number.</param>
internal sealed class CallCount(long length, int? most)
{
    private long _period;
    private long _count;
    private long _spare; // What of it could have waited.

    /// <summary>
    /// How long it is until so many calls are allowed, or null when they are now. Of calls that can wait, at most half are.
    /// </summary>
    public TimeSpan? WaitFor(int calls, bool isSpare, long now)
    {
        var period = now / length;
        (_count, _spare) = period == _period ? (_count, _spare) : (0, 0);
        _period = period;
        var isAllowed = most is not { } all || (_count + calls <= all && (!isSpare || _spare + calls <= all / 2));
        return isAllowed ? null : TimeSpan.FromTicks(((period + 1) * length) - now);
    }

    /// <summary>Counts calls of the period that was asked about last.</summary>
    public void Add(int calls, bool isSpare)
    {
        _count += calls;
        _spare += isSpare ? calls : 0;
    }
}
