using System.Globalization;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Wording;

/// <summary>Market times in words.</summary>
/// <param name="calendar">The market's hours.</param>
internal sealed class MarketTimeWording(MarketCalendar calendar)
{
    private static readonly TimeSpan OpeningLasts = TimeSpan.FromMinutes(1);

    /// <summary>Such as <c>at 10:17 ET</c>, or <c>at the open</c> within its first minute.</summary>
    public string At(DateTimeOffset time) =>
        calendar.SessionOn(MarketCalendar.DateOf(time)) is { } session && time >= session.Open && time - session.Open < OpeningLasts
            ? "at the open"
            : "at " + Clock(time);

    /// <summary>Such as <c>by 10:17 ET</c>.</summary>
    public string By(DateTimeOffset time) => At(time) is "at the open" ? "at the open" : "by " + Clock(time);

    /// <summary>Such as <c>10:17 ET</c>.</summary>
    public static string Clock(DateTimeOffset time) => Show(time, "HH:mm 'ET'");

    /// <summary>Such as <c>Mon 27 Jan</c>.</summary>
    public static string Day(DateOnly session) => session.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    private static string Show(DateTimeOffset time, string format) =>
        TimeZoneInfo.ConvertTime(time, MarketCalendar.NewYork).ToString(format, CultureInfo.InvariantCulture);
}
