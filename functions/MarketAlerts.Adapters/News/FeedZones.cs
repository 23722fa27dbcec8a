using System.Collections.Frozen;
using System.Globalization;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Adapters.News;

/// <summary>The zones that dates of feeds name: offsets, RFC 822's names, and the two letters of a US zone whatever the season.</summary>
internal static class FeedZones
{
    private const int MostMinutes = 14 * 60;

    private static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>
    {
        [""] = 0,
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["BST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["JST"] = 9,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, TimeZoneInfo> Seasonal = new Dictionary<string, TimeZoneInfo>
    {
        ["ET"] = MarketCalendar.NewYork,
        ["CT"] = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"),
        ["MT"] = TimeZoneInfo.FindSystemTimeZoneById("America/Denver"),
        ["PT"] = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>How far a zone is from UTC at a local time; null for one that is unknown or cannot be.</summary>
    public static TimeSpan? OffsetOf(string zone, DateTime local)
    {
        if (Hours.TryGetValue(zone, out var hours))
        {
            return TimeSpan.FromHours(hours);
        }

        return Seasonal.TryGetValue(zone, out var seasonal) ? seasonal.GetUtcOffset(local) : Signed(zone);
    }

    /// <summary>Reads <c>-0500</c>, <c>-05:00</c> and <c>-05</c>, behind <c>GMT</c> or alone.</summary>
    private static TimeSpan? Signed(string zone)
    {
        var sign = zone.IndexOfAny(['+', '-']);
        if (sign < 0)
        {
            return null;
        }

        var digits = zone[(sign + 1)..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        var whole = int.Parse(digits, CultureInfo.InvariantCulture);
        var minutes = (whole / 100 * 60) + (whole % 100);
        return whole % 100 > 59 || minutes > MostMinutes ? null : TimeSpan.FromMinutes(zone[sign] is '-' ? -minutes : minutes);
    }
}
