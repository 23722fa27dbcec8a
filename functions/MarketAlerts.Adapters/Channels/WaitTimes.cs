namespace MarketAlerts.Adapters.Channels;

/// <summary>How long another side may make us wait.</summary>
public static class WaitTimes
{
    /// <summary>The longest: an alert that waits longer is no news, and a wrong header must not silence an address for days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>What the other side asks for, between a second and an hour; null when it asks for nothing.</summary>
    public static TimeSpan? Capped(TimeSpan? asked) =>
        asked is not { } wait ? null
        : wait < Shortest ? Shortest
        : wait > Longest ? Longest
        : wait;
}
