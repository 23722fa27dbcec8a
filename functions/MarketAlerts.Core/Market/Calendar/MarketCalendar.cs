using System.Globalization;

namespace MarketAlerts.Core.Market.Calendar;

/// <summary>
/// When the US stock exchanges trade: rules, what was announced beyond them, and the America/New_York zone (so clock changes are its own).
/// It answers for the dates its data covers; a question about another one is refused with a <see cref="CalendarRangeException"/>.
/// </summary>
public sealed class MarketCalendar(CalendarData data)
{
    private static readonly TimeOnly PreMarketOpen = new(4, 0);
    private static readonly TimeOnly RegularOpen = new(9, 30);
    private static readonly TimeOnly RegularClose = new(16, 0);
    private static readonly TimeOnly EarlyClose = new(13, 0);
    private static readonly TimeOnly AfterHoursClose = new(20, 0);
    private static readonly TimeOnly EarlyAfterHoursClose = new(17, 0);

    private Answer? _newest; // Every page of every poll asks about today ...
    private Before? _newestBefore; // ... and every symbol's first quote about the day before.

    /// <summary>The zone of market time.</summary>
    public static TimeZoneInfo NewYork { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>The first date it covers.</summary>
    public DateOnly First => data.From;

    /// <summary>The last date it covers.</summary>
    public DateOnly Last => data.To;

    /// <summary>The date in New York at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, NewYork).DateTime);

    /// <summary>Why a date cannot be asked about and what to do, or null when it is covered.</summary>
    public string? Refusal(DateOnly date) =>
        date >= First && date <= Last
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The market calendar covers {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}, not {date:yyyy-MM-dd}. Set Calendar:Document "
                    + $"or Calendar:File to one that does."
            );

    /// <summary>The session of a date in New York, or null when the exchange is closed that day.</summary>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public TradingSession? SessionOn(DateOnly date)
    {
        var newest = _newest;
        if (newest is null || newest.Date != date)
        {
            _newest = newest = new Answer(date, Compute(date));
        }

        return newest.Session;
    }

    private TradingSession? Compute(DateOnly date)
    {
        if (ClosedReason(date) is not null)
        {
            return null;
        }

        var close =
            data.EarlyCloses.TryGetValue(date, out var announced) ? announced
            : HolidayRules.ClosesEarlyOn(date) ? EarlyClose
            : RegularClose;
        var early = close < RegularClose;
        return new TradingSession(
            date,
            At(date, PreMarketOpen),
            At(date, RegularOpen),
            At(date, close),
            At(date, early ? EarlyAfterHoursClose : AfterHoursClose),
            early
        );
    }

    /// <summary>Why the exchange is closed on a date, or null on a trading day.</summary>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public string? ClosedReason(DateOnly date)
    {
        MustCover(date);
        if (data.Closed.TryGetValue(date, out var reason))
        {
            return reason;
        }

        return date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "weekend"
            : data.OpenDespiteRule.Contains(date) ? null
            : HolidayRules.HolidayOn(date);
    }

    /// <summary>What the exchange is doing at an instant.</summary>
    /// <exception cref="CalendarRangeException">Its date is not covered.</exception>
    public SessionPart PartAt(DateTimeOffset instant) => SessionOn(DateOf(instant))?.PartAt(instant) ?? SessionPart.Closed;

    /// <summary>The first session that opens after an instant, or null when the calendar ends before it.</summary>
    /// <exception cref="CalendarRangeException">The instant's date is not covered.</exception>
    public TradingSession? NextOpenAfter(DateTimeOffset instant)
    {
        MustCover(DateOf(instant));
        for (var date = DateOf(instant); date <= Last; date = date.AddDays(1))
        {
            if (SessionOn(date) is { } session && session.Open > instant)
            {
                return session;
            }
        }

        return null;
    }

    /// <summary>The date of the last session before a date, or null when the calendar begins after it.</summary>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public DateOnly? SessionBefore(DateOnly date)
    {
        var newest = _newestBefore;
        if (newest is null || newest.Date != date)
        {
            _newestBefore = newest = new Before(date, ComputeBefore(date));
        }

        return newest.Session;
    }

    /// <summary>How much of the time between two instants the regular session was open.</summary>
    /// <exception cref="CalendarRangeException">A date in between is not covered.</exception>
    public TimeSpan OpenBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var open = TimeSpan.Zero;
        for (var date = DateOf(from); date <= DateOf(to); date = date.AddDays(1))
        {
            if (SessionOn(date) is { } session)
            {
                var (first, last) = (from > session.Open ? from : session.Open, to < session.Close ? to : session.Close);
                open += last > first ? last - first : TimeSpan.Zero;
            }
        }

        return open;
    }

    private DateOnly? ComputeBefore(DateOnly date)
    {
        MustCover(date);
        while (date > First)
        {
            date = date.AddDays(-1);
            if (ClosedReason(date) is null)
            {
                return date;
            }
        }

        return null;
    }

    private void MustCover(DateOnly date)
    {
        if (Refusal(date) is { } refusal)
        {
            throw new CalendarRangeException(refusal);
        }
    }

    private static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, NewYork.GetUtcOffset(local)).ToUniversalTime();
    }

    private sealed record Before(DateOnly Date, DateOnly? Session);

    private sealed record Answer(DateOnly Date, TradingSession? Session);
}

/// <summary>
/// The market calendar was asked about a date that it does not cover: an answer would be a guess. Says what it covers and what to do.
/// </summary>
/// <param name="refusal">The sentence of <see cref="MarketCalendar.Refusal"/>.</param>
internal sealed class CalendarRangeException(string refusal) : Exception(refusal);

/// <summary>
/// How far the calendar reaches and what the exchange announced beyond its rules: data that can be replaced without a build.
/// </summary>
/// <param name="From">The first date it covers.</param>
/// <param name="To">The last date it covers, not before the first: up to it the exchange has published its holidays.</param>
/// <param name="Closed">Extra closed days with their reason, such as a day of mourning.</param>
/// <param name="OpenDespiteRule">Days the rules would close but the exchange kept open.</param>
/// <param name="EarlyCloses">Early closes by date (New York time); 16:00 cancels an early close of the rules.</param>
public sealed record CalendarData(
    DateOnly From,
    DateOnly To,
    IReadOnlyDictionary<DateOnly, string> Closed,
    IReadOnlySet<DateOnly> OpenDespiteRule,
    IReadOnlyDictionary<DateOnly, TimeOnly> EarlyCloses
)
{
    /// <summary>Nothing announced: the rules alone.</summary>
    public static CalendarData RulesAlone(DateOnly from, DateOnly to) =>
        new(from, to, new Dictionary<DateOnly, string>(), new HashSet<DateOnly>(), new Dictionary<DateOnly, TimeOnly>());
}
