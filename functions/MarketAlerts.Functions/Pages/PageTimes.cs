using System.Globalization;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Functions.Pages;

/// <summary>Instants as the pages show them: in market time, and in the subscriber's zone where that is another.</summary>
internal static class PageTimes
{
    /// <summary>Such as <c>Mon 27 Jan 2025, 16:00 ET (22:00 Europe/Berlin)</c>.</summary>
    public static string Show(DateTimeOffset instant, Subscriber? subscriber)
    {
        var market = TimeZoneInfo.ConvertTime(instant, MarketCalendar.NewYork);
        var text = market.ToString("ddd d MMM yyyy, HH:mm 'ET'", CultureInfo.InvariantCulture);
        if (subscriber is null || subscriber.Zone.Id == MarketCalendar.NewYork.Id)
        {
            return text;
        }

        var local = TimeZoneInfo.ConvertTime(instant, subscriber.Zone);
        var form = DateOnly.FromDateTime(local.DateTime) == DateOnly.FromDateTime(market.DateTime) ? "HH:mm" : "ddd HH:mm";
        return $"{text} ({local.ToString(form, CultureInfo.InvariantCulture)} {subscriber.Zone.Id})";
    }
}
