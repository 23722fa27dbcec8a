using System.Globalization;
using System.Text;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Reads times off the wire as UTC ticks; 0 is "not told", as for prices.</summary>
internal static class WireTime
{
    private const long LastSecond = 253_402_300_799; // The end of the year 9999.

    /// <summary>Seconds since 1970.</summary>
    public static long OfUnixSeconds(long seconds) =>
        seconds is > 0 and <= LastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcTicks : 0;

    /// <summary>Date and time of the clock on the wall in a zone; an hour that the clock skips tells nothing.</summary>
    public static long OfWall(ReadOnlySpan<byte> text, string form, TimeZoneInfo zone) =>
        DateTime.TryParseExact(Encoding.UTF8.GetString(text), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
        && !zone.IsInvalidTime(wall)
            ? TimeZoneInfo.ConvertTimeToUtc(wall, zone).Ticks
            : 0;

    /// <summary>A day such as <c>2025-01-27</c>; default is "not told".</summary>
    public static DateOnly DayOf(ReadOnlySpan<byte> text) =>
        DateOnly.TryParseExact(Encoding.UTF8.GetString(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : default;
}
