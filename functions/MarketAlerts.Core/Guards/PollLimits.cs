using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Guards;

/// <summary>What is the same for every quote of a poll: the instants between which a market time is believed, in UTC ticks.</summary>
/// <param name="Earliest">Older is stale.</param>
/// <param name="Latest">Later lies in the future.</param>
/// <param name="PartStart">Start of the part of the day that is looked at; nothing is looked at when it lies behind the end.</param>
/// <param name="PartEnd">Its end, included.</param>
/// <param name="Part">Which part.</param>
/// <param name="Day">The day (day number).</param>
/// <param name="DayStart">The open of the day's regular session.</param>
/// <param name="ClosesEarly">Whether that session closes early.</param>
internal readonly record struct PollLimits(
    long Earliest,
    long Latest,
    long PartStart,
    long PartEnd,
    SessionPart Part,
    int Day,
    long DayStart,
    bool ClosesEarly
)
{
    /// <summary>The share of a day's volume that is usually traded by a market time (UTC ticks) of the regular session.</summary>
    public double ShareBy(VolumeCurve curve, long time) => curve.ShareBy((int)((time - DayStart) / TimeSpan.TicksPerMinute), ClosesEarly);

    /// <summary>The limits of a poll.</summary>
    /// <param name="calendar">The market's hours.</param>
    /// <param name="options">How old and how far ahead a quote may be.</param>
    /// <param name="now">Our clock.</param>
    /// <param name="declaredDelay">How late the source says its quotes are.</param>
    public static PollLimits Derive(MarketCalendar calendar, GuardOptions options, DateTimeOffset now, TimeSpan declaredDelay)
    {
        var earliest = (now - declaredDelay).AddSeconds(-options.StaleAfterSeconds).UtcTicks;
        var latest = now.AddSeconds(options.FutureToleranceSeconds).UtcTicks;
        var instant = now - declaredDelay;
        if (calendar.SessionOn(MarketCalendar.DateOf(instant)) is not { } session)
        {
            return new PollLimits(earliest, latest, long.MaxValue, long.MinValue, SessionPart.Closed, 0, long.MaxValue, false);
        }

        var (part, start, end) = PartInSight(session, options, instant);
        return new PollLimits(
            earliest,
            latest,
            start.UtcTicks,
            end.UtcTicks,
            part,
            session.Date.DayNumber,
            session.Open.UtcTicks,
            session.ClosesEarly
        );
    }

    /// <summary>
    /// The closing prints come in after the close, and the first ones of the session may lie a little ahead of our clock.
    /// </summary>
    private static (SessionPart Part, DateTimeOffset Start, DateTimeOffset End) PartInSight(
        TradingSession session,
        GuardOptions options,
        DateTimeOffset instant
    ) =>
        instant switch
        {
            _ when instant < session.Open.AddSeconds(-options.FutureToleranceSeconds) => (
                SessionPart.PreMarket,
                session.PreMarketOpen,
                session.Open.AddTicks(-1)
            ),
            _ when instant <= session.Close.AddSeconds(options.StaleAfterSeconds) => (SessionPart.Regular, session.Open, session.Close),
            _ => (SessionPart.AfterHours, session.Close.AddTicks(1), session.AfterHoursClose),
        };
}
