using MarketAlerts.Core.Calendar;

namespace MarketAlerts.Core.Pipeline;

/// <summary>The clock and the market's hours, together.</summary>
/// <param name="time">The clock.</param>
/// <param name="calendar">The market's hours.</param>
public sealed class MarketClock(TimeProvider time, MarketCalendar calendar)
{
    private static readonly TimeSpan ClosingLook = TimeSpan.FromMinutes(1);

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The market's hours.</summary>
    public MarketCalendar Calendar => calendar;

    /// <summary>When the session before a date closed: news since then belongs to that date. The start of the day before where the calendar begins.</summary>
    public DateTimeOffset CloseBefore(DateOnly date) =>
        calendar.SessionBefore(date) is { } before ? calendar.SessionOn(before)!.Close : new DateTimeOffset(date.AddDays(-1), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The session to look at: the running one, or for a minute after its close the one whose closing prints just came in.</summary>
    public TradingSession? SessionInSight()
    {
        var now = Now;
        return calendar.SessionOn(MarketCalendar.DateOf(now)) is { } session && now >= session.Open && now <= session.Close + ClosingLook ? session : null;
    }
}
