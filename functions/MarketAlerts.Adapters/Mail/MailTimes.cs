using System.Globalization;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Adapters.Mail;

/// <summary>Times as a mail shows them: in market time, and in the subscriber's zone when that is another.</summary>
internal sealed class MailTimes
{
    private readonly TimeZoneInfo? _local;

    /// <summary>Takes the subscriber's zone; an unknown one is left out.</summary>
    public MailTimes(string timeZone) =>
        _local = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) && zone.Id != MarketCalendar.NewYork.Id ? zone : null;

    /// <summary>The time of day in market time, such as <c>09:30:00 ET</c>.</summary>
    public static string Market(DateTimeOffset instant) => Market(instant, "HH:mm:ss");

    /// <summary>An instant in market time in any form.</summary>
    public static string Market(DateTimeOffset instant, string format) => Show(instant, MarketCalendar.NewYork, format) + " ET";

    /// <summary>The day of an instant in market time.</summary>
    public static string Day(DateTimeOffset instant) => Show(instant, MarketCalendar.NewYork, "ddd d MMM");

    /// <summary>The day and the time of an instant.</summary>
    public string DayAndTime(DateTimeOffset instant)
    {
        var local = _local is null ? "" : $" ({Show(instant, _local, "HH:mm:ss")} {SafeText.Clean(_local.Id)})";
        return Market(instant, "ddd d MMM yyyy, HH:mm:ss") + local;
    }

    /// <summary>The latency receipt in market time.</summary>
    public static string Receipt(MailClock clock)
    {
        var first = First(clock);
        var seconds = Math.Max(0, (clock.Sent - clock.Quote).TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        return $"{first} {Market(clock.Quote)}, seen {Market(clock.Seen)}, sent {Market(clock.Sent)}; {seconds} s from {first} to sent.";
    }

    /// <summary>The same times in the subscriber's zone, or null when that is market time.</summary>
    public string? LocalReceipt(MailClock clock) =>
        _local is null
            ? null
            : $"In {SafeText.Clean(_local.Id)}: {First(clock)} {Local(clock.Quote)}, seen {Local(clock.Seen)}, sent {Local(clock.Sent)}.";

    private static string First(MailClock clock) => clock.IsPublication ? "published" : "quote";

    private string Local(DateTimeOffset instant) => Show(instant, _local!, "HH:mm:ss");

    private static string Show(DateTimeOffset instant, TimeZoneInfo zone, string format) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString(format, CultureInfo.InvariantCulture);
}
