using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Reads times off the wire as UTC ticks; 0 is "not told", as for prices.</summary>
internal static class WireTime
{
    private const long LastSecond = 253_402_300_799; // The end of the year 9999.
    private const int TickDigits = 7;

    /// <summary>Seconds since 1970.</summary>
    public static long OfUnixSeconds(long seconds) =>
        seconds is > 0 and <= LastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcTicks : 0;

    /// <summary>A time by RFC 3339 with any number of fraction digits, such as <c>2022-03-18T14:33:58.448432206Z</c>; without a zone it tells nothing.</summary>
    public static long OfText(ReadOnlySpan<byte> text)
    {
        if (!TryLocal(text, out var local))
        {
            return 0;
        }

        var zone = text[19..];
        var fraction = zone is [(byte)'.', ..] ? FractionOf(ref zone) : 0;
        return TryOffset(zone, out var offset) && local.Ticks + fraction - offset is > 0 and var ticks && ticks <= DateTime.MaxValue.Ticks
            ? ticks
            : 0;
    }

    /// <summary>Date and time of the clock on the wall, such as <c>2025-01-27T22:00:01</c>, at the start of a text.</summary>
    public static bool TryLocal(ReadOnlySpan<byte> text, out DateTime local)
    {
        local = default;
        if (
            text.Length < 19
            || text[4] != '-'
            || text[7] != '-'
            || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || text[13] != ':'
            || text[16] != ':'
        )
        {
            return false;
        }

        var (year, month, day) = (Whole(text[..4]), Whole(text[5..7]), Whole(text[8..10]));
        var (hour, minute, second) = (Whole(text[11..13]), Whole(text[14..16]), Whole(text[17..19]));
        if (
            year < 1
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23
            || minute is < 0 or > 59
            || second is < 0 or > 59
        )
        {
            return false;
        }

        local = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
        return true;
    }

    /// <summary>A day such as <c>2025-01-27</c>; default is "not told".</summary>
    public static DateOnly DayOf(ReadOnlySpan<byte> text) =>
        DateOnly.TryParseExact(Encoding.UTF8.GetString(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : default;

    private static long FractionOf(ref ReadOnlySpan<byte> zone)
    {
        var ticks = 0L;
        var at = 1;
        for (; at < zone.Length && (uint)(zone[at] - '0') <= 9; at++)
        {
            ticks = at <= TickDigits ? (ticks * 10) + (zone[at] - '0') : ticks;
        }

        for (var missing = at; missing <= TickDigits; missing++)
        {
            ticks *= 10;
        }

        zone = zone[at..];
        return ticks;
    }

    private static bool TryOffset(ReadOnlySpan<byte> zone, out long ticks)
    {
        ticks = 0;
        if (zone is [(byte)'Z' or (byte)'z'])
        {
            return true;
        }

        if (zone is not [(byte)'+' or (byte)'-', _, _, (byte)':', _, _])
        {
            return false;
        }

        var (hours, minutes) = (Whole(zone[1..3]), Whole(zone[4..6]));
        ticks = ((hours * 60) + minutes) * TimeSpan.TicksPerMinute * (zone[0] == '-' ? -1 : 1);
        return hours is >= 0 and < 24 && minutes is >= 0 and < 60;
    }

    /// <summary>Digits and nothing else; -1 for everything else.</summary>
    private static int Whole(ReadOnlySpan<byte> text) =>
        text.ContainsAnyExceptInRange((byte)'0', (byte)'9') || !Utf8Parser.TryParse(text, out int value, out _) ? -1 : value;
}
