namespace MarketAlerts.Core.Subscribers;

/// <summary>Days on which a subscriber wants no messages; what came in the meantime is told in one when they are over.</summary>
/// <param name="First">The first day, in the subscriber's zone.</param>
/// <param name="Last">The last day, included.</param>
public sealed record Vacation(DateOnly First, DateOnly Last)
{
    /// <summary>When the vacation that holds at an instant ends: the midnight after its last day. Null when it does not hold.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        if (today < First || today > Last)
        {
            return null;
        }

        var end = Last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
