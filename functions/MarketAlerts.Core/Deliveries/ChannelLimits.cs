namespace MarketAlerts.Core.Deliveries;

/// <summary>How many messages a channel takes; 0 for as many as one likes.</summary>
/// <param name="PerMinute">Messages in a minute.</param>
/// <param name="PerHour">Messages in an hour.</param>
public sealed record ChannelLimits(int PerMinute, int PerHour)
{
    /// <summary>No limits.</summary>
    public static ChannelLimits None { get; } = new(0, 0);
}
