using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>How many messages a channel was given of late, minute by minute. Pure.</summary>
/// <param name="Kind">The channel.</param>
/// <param name="Minutes">Messages by minute (whole minutes since 1970), of the last hour.</param>
public sealed record QuotaWindow(ChannelKind Kind, IReadOnlyDictionary<long, int> Minutes)
{
    /// <summary>Of each limit, so much is kept for what is severe.</summary>
    private const double ForSevere = 0.2;

    private const int MinutesAnHour = 60;

    /// <summary>The stored version this was read at, opaque; null when it is new.</summary>
    public string? ETag { get; init; }

    /// <summary>The window after some more messages, or when there is room for them.</summary>
    /// <param name="limits">What the channel takes.</param>
    /// <param name="messages">How many messages.</param>
    /// <param name="severe">Whether they tell of something severe.</param>
    /// <param name="now">Now.</param>
    public (QuotaWindow? After, DateTimeOffset Until) Take(ChannelLimits limits, int messages, bool severe, DateTimeOffset now)
    {
        var minute = now.ToUnixTimeSeconds() / MinutesAnHour;
        var lately = Minutes.Where(count => count.Key > minute - MinutesAnHour).ToDictionary();
        if (Room(limits.PerMinute, severe) < lately.GetValueOrDefault(minute) + messages)
        {
            return (null, DateTimeOffset.FromUnixTimeSeconds((minute + 1) * MinutesAnHour));
        }

        if (Room(limits.PerHour, severe) < lately.Values.Sum() + messages)
        {
            return (null, DateTimeOffset.FromUnixTimeSeconds((lately.Keys.Append(minute).Min() + MinutesAnHour) * MinutesAnHour));
        }

        lately[minute] = lately.GetValueOrDefault(minute) + messages;
        return (this with { Minutes = lately }, now);
    }

    /// <summary>Whether of what the channel takes an hour only the part for what is severe is left.</summary>
    /// <param name="limits">What the channel takes.</param>
    /// <param name="now">Now.</param>
    public bool IsNearlyUsed(ChannelLimits limits, DateTimeOffset now) =>
        limits.PerHour > 0 && InTheHour(now) >= Room(limits.PerHour, severe: false);

    /// <summary>How many messages the channel was given within the hour.</summary>
    public int InTheHour(DateTimeOffset now) =>
        Minutes.Where(count => count.Key > (now.ToUnixTimeSeconds() / MinutesAnHour) - MinutesAnHour).Sum(count => count.Value);

    private static int Room(int limit, bool severe) =>
        limit is 0 ? int.MaxValue
        : severe ? limit
        : Math.Max(1, (int)(limit * (1 - ForSevere)));
}
