using System.Globalization;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>What the subscriber's own choices hold back, and until when: vacation, quiet hours, snooze, digest, caps. Pure.</summary>
/// <param name="calendar">The market's hours: by default the day of a digest ends with them.</param>
public sealed class SubscriberHolds(MarketCalendar calendar)
{
    private static readonly TimeSpan DigestAfterTheClose = TimeSpan.FromMinutes(10);

    /// <summary>Why an entry waits, and until when; null when nothing holds it.</summary>
    /// <param name="subscriber">The subscriber.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="due">When its item was first due: what it is gathered for is counted from there.</param>
    /// <param name="now">Now.</param>
    /// <param name="wakes">Whether something severe goes out in quiet hours: what else waits goes with it.</param>
    public (DeliveryReason Hold, DateTimeOffset Until)? Find(
        Subscriber subscriber,
        AlertEntry entry,
        DateTimeOffset due,
        DateTimeOffset now,
        bool wakes
    )
    {
        if (subscriber.Vacation?.EndAfter(now, subscriber.Zone) is { } back)
        {
            return (DeliveryReason.Vacation, back);
        }

        if (SnoozedUntil(subscriber, entry, now) is { } snoozed)
        {
            return (DeliveryReason.Snooze, snoozed);
        }

        if (!wakes && subscriber.QuietHours?.EndAfter(now, subscriber.Zone) is { } morning)
        {
            return (DeliveryReason.QuietHours, morning);
        }

        return entry.Notice is null && DigestAt(subscriber, entry.Severity, due) is { } gathered && gathered > now
            ? (DeliveryReason.Digest, gathered)
            : null;
    }

    /// <summary>Until when a cap of the subscriber holds a message back, and which; null when there is room.</summary>
    /// <param name="subscriber">The subscriber.</param>
    /// <param name="messages">When messages went out of late.</param>
    /// <param name="severe">Whether it tells of something severe: for that the last place is kept.</param>
    /// <param name="now">Now.</param>
    public static (string Which, DateTimeOffset Until)? CappedUntil(
        Subscriber subscriber,
        IReadOnlyList<DateTimeOffset> messages,
        bool severe,
        DateTimeOffset now
    )
    {
        var local = TimeZoneInfo.ConvertTime(now, subscriber.Zone).DateTime;
        var hour = local.Date.AddHours(local.Hour);
        var capped = new List<(string, DateTimeOffset)>();
        Check(subscriber.Caps?.PerDay, "a day", local.Date, local.Date.AddDays(1));
        Check(subscriber.Caps?.PerHour, "an hour", hour, hour.AddHours(1));
        return capped.Count is 0 ? null : capped.MaxBy(cap => cap.Item2);

        void Check(int? cap, string period, DateTime from, DateTime until)
        {
            if (
                cap is { } most
                && messages.Count(sent => TimeZoneInfo.ConvertTime(sent, subscriber.Zone).DateTime >= from)
                    >= (severe || most is 1 ? most : most - 1)
            )
            {
                capped.Add((string.Create(CultureInfo.InvariantCulture, $"{most} messages {period}"), InUtc(until, subscriber.Zone)));
            }
        }
    }

    private static DateTimeOffset? SnoozedUntil(Subscriber subscriber, AlertEntry entry, DateTimeOffset now)
    {
        var matching = (subscriber.Snoozes ?? [])
            .Where(snooze => snooze.Since <= now && now < snooze.Until && Silences(snooze, entry))
            .ToArray();
        return matching.Length is 0 ? null : matching.Max(snooze => snooze.Until);
    }

    private static bool Silences(Snooze snooze, AlertEntry entry) =>
        snooze.Scope switch
        {
            SnoozeScope.All => true,
            SnoozeScope.BelowSevere => entry.Severity is not Severity.Severe,
            SnoozeScope.Symbol => entry.Symbols.Count > 0 && entry.Symbols.All(symbol => symbol.Text == snooze.Name),
            _ => entry.IncidentId == snooze.Name && (entry.Severity is not Severity.Severe || entry.MarketTime <= snooze.Since),
        };

    private DateTimeOffset? DigestAt(Subscriber subscriber, Severity severity, DateTimeOffset due)
    {
        var local = TimeZoneInfo.ConvertTime(due, subscriber.Zone).DateTime;
        return subscriber.Digest?.RhythmOf(severity) switch
        {
            DigestRhythm.Hourly => InUtc(local.Date.AddHours(local.Hour + 1), subscriber.Zone),
            DigestRhythm.EndOfDay when subscriber.Digest.At is { } at => InUtc(
                local.Date.AddDays(TimeOnly.FromDateTime(local) < at ? 0 : 1).Add(at.ToTimeSpan()),
                subscriber.Zone
            ),
            DigestRhythm.EndOfDay => AfterTheClose(due),
            _ => null,
        };
    }

    private DateTimeOffset AfterTheClose(DateTimeOffset due)
    {
        var today = calendar.SessionOn(MarketCalendar.DateOf(due));
        var session = today is not null && due < today.Close + DigestAfterTheClose ? today : calendar.NextOpenAfter(due);
        return session is null ? due : session.Close + DigestAfterTheClose;
    }

    /// <summary>A local time that a change of clocks leaves out counts as the one an hour later.</summary>
    private static DateTimeOffset InUtc(DateTime local, TimeZoneInfo zone)
    {
        local = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
