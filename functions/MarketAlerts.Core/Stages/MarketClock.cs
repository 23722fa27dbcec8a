using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Stages;

/// <summary>The clock and the market's hours, together.</summary>
/// <param name="time">The clock.</param>
/// <param name="calendar">The market's hours.</param>
public sealed class MarketClock(TimeProvider time, MarketCalendar calendar)
{
    /// <summary>The longest delay that last prices are awaited for.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    private static readonly TimeSpan ClosingLook = TimeSpan.FromMinutes(1);

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The market's hours.</summary>
    public MarketCalendar Calendar => calendar;

    /// <summary>
    /// When the session before a date closed: news since then belongs to that date. The start of the day before where the calendar begins.
    /// </summary>
    public DateTimeOffset CloseBefore(DateOnly date) =>
        calendar.SessionBefore(date) is { } before
            ? calendar.SessionOn(before)!.Close
            : new DateTimeOffset(date.AddDays(-1), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>
    /// The session to look at: the running one, or the one that closed a minute ago at most, whose closing prints just came in.
    /// </summary>
    /// <param name="delay">How late the quotes are: what comes in was printed that long ago.</param>
    public TradingSession? SessionInSight(TimeSpan delay = default)
    {
        var now = Now;
        return
            calendar.SessionOn(MarketCalendar.DateOf(now)) is { } session
            && now >= session.Open
            && now - Awaited(delay) <= session.Close + ClosingLook
            ? session
            : null;
    }

    /// <summary>Whether the session has closed, and a source that is so late shows its last prices only in this minute or later.</summary>
    /// <param name="minute">The minute.</param>
    /// <param name="delay">How late the source is.</param>
    public bool AwaitsLastPrices(DateTimeOffset minute, TimeSpan delay) =>
        calendar.SessionOn(MarketCalendar.DateOf(minute)) is { } session
        && minute > session.Close
        && minute - Awaited(delay) < session.Close + ClosingLook;

    /// <summary>How long after the close the last prices of a source are awaited: as long as it is late, an hour at most.</summary>
    public static TimeSpan Awaited(TimeSpan delay) => delay < LongestDelay ? delay : LongestDelay;
}
