using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Subscribers;

/// <summary>When pauses end. Pure.</summary>
public static class SnoozeTimes
{
    private const int DaysOfAWeek = 7;

    /// <summary>What a subscriber may choose at an instant, soonest first. Without a calendar for that day only the week is left.</summary>
    public static IReadOnlyList<(SnoozeChoice Choice, DateTimeOffset Until)> At(DateTimeOffset now, MarketCalendar calendar)
    {
        var choices = new List<(SnoozeChoice, DateTimeOffset)>();
        var today = MarketCalendar.DateOf(now);
        if (calendar.Refusal(today) is null)
        {
            if (calendar.SessionOn(today) is { } session && now < session.Close)
            {
                choices.Add((SnoozeChoice.Close, session.Close));
            }

            var next = calendar.NextOpenAfter(now);
            next = next?.Date == today ? calendar.NextOpenAfter(next.Open) : next;
            choices.AddRange(next is null ? [] : [(SnoozeChoice.NextOpen, next.Open)]);
        }

        choices.Add((SnoozeChoice.Week, now.AddDays(DaysOfAWeek)));
        return choices;
    }

    /// <summary>The midnight at which a subscriber's day ends (UTC).</summary>
    public static DateTimeOffset EndOfDay(DateTimeOffset now, TimeZoneInfo zone)
    {
        var end = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
