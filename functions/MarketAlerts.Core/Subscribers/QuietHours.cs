namespace MarketAlerts.Core.Subscribers;

/// <summary>Hours in which a subscriber wants no mail, in their own zone. They may pass midnight; the start belongs to them, the end does not.</summary>
/// <param name="From">Start, local time.</param>
/// <param name="To">End, local time.</param>
/// <param name="SeverePasses">Whether severe alerts come through.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, bool SeverePasses)
{
    /// <summary>When the quiet hours that hold at an instant end, or null when it is not quiet.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        if (!TimeOnly.FromDateTime(local.DateTime).IsBetween(From, To))
        {
            return null;
        }

        var date = DateOnly.FromDateTime(local.DateTime);
        var end = (TimeOnly.FromDateTime(local.DateTime) < To ? date : date.AddDays(1)).ToDateTime(To);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
