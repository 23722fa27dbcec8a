using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Incidents;
using MarketAlerts.LocalHost.Functions;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>When the next step of a replay is: the next timer in market hours and right after them; over closed hours straight to the next due item, article or session. Pure.</summary>
public sealed class ReplaySchedule(FunctionCatalog catalog, MarketCalendar calendar, IncidentOptions incidents)
{
    /// <summary>The timers that fire at an instant, by name.</summary>
    public IEnumerable<TimerFunction> FiringAt(DateTimeOffset instant) =>
        catalog.Timers.Where(timer => NextOf(timer, instant.AddTicks(-1)) == instant);

    /// <summary>Whether the market is closed from a position on, so that timers with nothing to do are skipped: only then what waits and what comes out matters.</summary>
    public bool SkipsFrom(DateTimeOffset position) =>
        calendar.PartAt(NextTimer(position)) is not SessionPart.Regular && calendar.PartAt(position) is not SessionPart.Regular;

    /// <summary>The next step after a position, given what waits.</summary>
    /// <param name="position">Where the replay stands.</param>
    /// <param name="nextMessage">When the next delayed message is due, or null.</param>
    /// <param name="nextWaiting">When the next row of the waiting list is due, or null; looked at only where the market is closed.</param>
    /// <param name="nextArticle">When the next article comes out, or null; looked at only there, too.</param>
    public DateTimeOffset Next(DateTimeOffset position, DateTimeOffset? nextMessage, DateTimeOffset? nextWaiting, DateTimeOffset? nextArticle = null)
    {
        if (!SkipsFrom(position))
        {
            return Earliest(NextTimer(position), position, nextMessage);
        }

        return Earliest(calendar.NextOpenAfter(position)?.Open ?? DateTimeOffset.MaxValue, position, nextMessage, TimerFor(nextWaiting), TimerFor(nextArticle), TimerFor(ClosingAfter(position)));

        // What is done in closed hours is done by timers of the full minute.
        DateTimeOffset? TimerFor(DateTimeOffset? due) => due is { } at ? MinuteFrom(Later(at, position.AddTicks(1))) : null;
    }

    /// <summary>When the session that just closed is summed up.</summary>
    private DateTimeOffset? ClosingAfter(DateTimeOffset position) =>
        calendar.SessionOn(MarketCalendar.DateOf(position)) is { } session && session.Close.AddMinutes(incidents.CloseAfterMinutes) is var closing && closing > position ? closing : null;

    private DateTimeOffset NextTimer(DateTimeOffset after) => catalog.Timers.Select(timer => NextOf(timer, after)).Min();

    private static DateTimeOffset Earliest(DateTimeOffset otherwise, DateTimeOffset position, params DateTimeOffset?[] candidates) =>
        candidates.Where(candidate => candidate > position).Append(otherwise).Min()!.Value;

    private static DateTimeOffset MinuteFrom(DateTimeOffset instant) =>
        instant.AddTicks((TimeSpan.TicksPerMinute - (instant.Ticks % TimeSpan.TicksPerMinute)) % TimeSpan.TicksPerMinute);

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private static DateTimeOffset NextOf(TimerFunction timer, DateTimeOffset after) =>
        new(timer.Schedule.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);
}
