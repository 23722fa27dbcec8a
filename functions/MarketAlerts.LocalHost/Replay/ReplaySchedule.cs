using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Functions.Triggers;
using MarketAlerts.LocalHost.Functions;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>
/// When the next step of a replay is: the next timer in market hours and right after them; over closed hours straight to the next due item,
/// article or session. Pure.
/// </summary>
internal sealed class ReplaySchedule(FunctionCatalog catalog, MarketCalendar calendar, IncidentOptions incidents)
{
    /// <summary>The timers that fire at an instant, by name.</summary>
    public IEnumerable<TimerFunction> FiringAt(DateTimeOffset instant) =>
        catalog.Timers.Where(timer => NextOf(timer, instant.AddTicks(-1)) == instant);

    /// <summary>
    /// Whether the market is closed from a position on and its baskets were looked at since, so that timers with nothing to do are skipped:
    /// only then what waits and what comes out matters.
    /// </summary>
    public bool SkipsFrom(DateTimeOffset position) =>
        IsClosed(NextTimer(position))
        && IsClosed(position)
        && IsClosed(AtOrAfter(nameof(PollBaskets), position.AddTicks(1)).AddMinutes(-1));

    /// <summary>The poll at which an article is there.</summary>
    public DateTimeOffset PollOf(DateTimeOffset arrivesAt) => AtOrAfter(nameof(PollNews), arrivesAt);

    /// <summary>The next step after a position, given what waits.</summary>
    /// <param name="position">Where the replay stands.</param>
    /// <param name="nextMessage">When the next delayed message is due, or null.</param>
    /// <param name="nextWaiting">When the next row of the waiting list is due, or null; looked at only where the market is closed.</param>
    /// <param name="nextArticle">When the next article comes out, or null; looked at only there, too.</param>
    public DateTimeOffset Next(
        DateTimeOffset position,
        DateTimeOffset? nextMessage,
        DateTimeOffset? nextWaiting,
        DateTimeOffset? nextArticle = null
    )
    {
        if (!SkipsFrom(position))
        {
            return Earliest(NextTimer(position), position, nextMessage);
        }

        return Earliest(
            calendar.NextOpenAfter(position)?.Open ?? DateTimeOffset.MaxValue,
            position,
            nextMessage,
            TurnOf(nameof(FlushDue), nextWaiting),
            TurnOf(nameof(PollNews), nextArticle),
            ClosingAfter(position)
        );

        DateTimeOffset? TurnOf(string timer, DateTimeOffset? due) =>
            due is { } at ? AtOrAfter(timer, Later(at, position.AddTicks(1))) : null;
    }

    /// <summary>When the session that just closed is summed up; null when it was.</summary>
    private DateTimeOffset? ClosingAfter(DateTimeOffset position)
    {
        if (calendar.SessionOn(MarketCalendar.DateOf(position)) is not { } session)
        {
            return null;
        }

        var closing = AtOrAfter(nameof(CloseOfDay), session.Close.AddMinutes(incidents.CloseAfterMinutes));
        return closing > position ? closing : null;
    }

    private bool IsClosed(DateTimeOffset instant) => calendar.PartAt(instant) is not SessionPart.Regular;

    private DateTimeOffset AtOrAfter(string timer, DateTimeOffset instant) =>
        NextOf(catalog.Timers.Single(known => known.Name == timer), instant.AddTicks(-1));

    private DateTimeOffset NextTimer(DateTimeOffset after) => catalog.Timers.Select(timer => NextOf(timer, after)).Min();

    private static DateTimeOffset Earliest(DateTimeOffset otherwise, DateTimeOffset position, params DateTimeOffset?[] candidates) =>
        candidates.Where(candidate => candidate > position).Append(otherwise).Min()!.Value;

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private static DateTimeOffset NextOf(TimerFunction timer, DateTimeOffset after) =>
        new(timer.Schedule.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);
}
