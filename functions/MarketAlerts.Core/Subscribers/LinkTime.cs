namespace MarketAlerts.Core.Subscribers;

/// <summary>Links count in milliseconds.</summary>
internal static class LinkTime
{
    /// <summary>The millisecond that an instant lies in: a link written within it is not older.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond));
}
