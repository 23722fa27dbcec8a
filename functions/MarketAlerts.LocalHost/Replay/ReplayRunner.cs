using System.Globalization;
using MarketAlerts.LocalHost.Functions;
using MarketAlerts.LocalHost.Scenarios;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>
/// Plays a scenario on a virtual clock: a step runs the timers that are due, drains the queues in order, then moves on. The position is
/// written down before a step, so a killed replay runs the step again and nothing that already happened happens twice.
/// </summary>
internal sealed class ReplayRunner(
    Scenario scenario,
    VirtualTime time,
    ReplayJournal journal,
    ReplayQueues queues,
    ReplaySchedule schedule,
    FunctionInvoker invoker,
    ReplayState state,
    Timeline timeline
)
{
    private static readonly TimeSpan OnTheMinute = TimeSpan.FromSeconds(10);

    /// <summary>The timers of the full minute do not fire in the same second: those of the last minute belong to the scenario.</summary>
    private DateTimeOffset LastTimers => scenario.To + OnTheMinute;

    /// <summary>Plays to the end; what is due within an hour after it still goes out.</summary>
    public async Task RunAsync(ReplaySpeed speed, CancellationToken cancellationToken)
    {
        var stored = await journal.OpenAsync(cancellationToken);
        var position = stored ?? scenario.From;
        time.MoveTo(position);
        await queues.OpenAsync(cancellationToken);
        timeline.Start(scenario, stored);
        await state.EnterAsync(scenario, cancellationToken);
        while (position <= scenario.To + Scenario.Afterwards)
        {
            await StepAsync(position, cancellationToken);
            var next = await NextAsync(position, cancellationToken);
            if (next <= scenario.To + Scenario.Afterwards)
            {
                await Task.Delay(speed.Pace(Waited(position, next)), TimeProvider.System, cancellationToken);
            }

            position = next;
        }
    }

    private async Task StepAsync(DateTimeOffset position, CancellationToken cancellationToken)
    {
        time.MoveTo(position);
        await journal.MoveToAsync(position, cancellationToken);
        timeline.Passing(position);
        foreach (var timer in schedule.FiringAt(position).Where(_ => position <= LastTimers))
        {
            await invoker.InvokeAsync(timer, cancellationToken);
        }

        await queues.DrainAsync(cancellationToken);
    }

    private async Task<DateTimeOffset> NextAsync(DateTimeOffset position, CancellationToken cancellationToken)
    {
        if (position >= LastTimers)
        {
            return journal.NextDue ?? DateTimeOffset.MaxValue;
        }

        var waiting = schedule.SkipsFrom(position) ? await state.FirstDueAsync(cancellationToken) : null;
        var next = schedule.Next(position, journal.NextDue, waiting, NextNewsAfter(position));
        return next > LastTimers ? Earlier(journal.NextDue, LastTimers) : next;
    }

    /// <summary>The first article that no poll so far could show.</summary>
    private DateTimeOffset? NextNewsAfter(DateTimeOffset position) =>
        scenario.News.Select(row => (DateTimeOffset?)row.ArrivesAt).FirstOrDefault(arrives => schedule.PollOf(arrives!.Value) > position);

    private static DateTimeOffset Earlier(DateTimeOffset? left, DateTimeOffset right) => left < right ? left.Value : right;

    /// <summary>Closed hours pass in no time at every speed.</summary>
    private static TimeSpan Waited(DateTimeOffset position, DateTimeOffset next) =>
        next - position <= TimeSpan.FromMinutes(1) ? next - position : TimeSpan.Zero;
}

/// <summary>How fast a replay runs: so many market seconds a second, or as fast as the machine can.</summary>
/// <param name="Factor">The factor, or null for as fast as possible.</param>
internal readonly record struct ReplaySpeed(double? Factor)
{
    private const double Fastest = 100_000;

    /// <summary>Reads <c>300</c> or <c>max</c>; null for anything else.</summary>
    public static ReplaySpeed? Parse(string text) =>
        text is "max" ? new ReplaySpeed(null)
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor)
        && factor is > 0 and <= Fastest
            ? new ReplaySpeed(factor)
        : null;

    /// <summary>How long a step of market time takes.</summary>
    public TimeSpan Pace(TimeSpan marketTime) => Factor is { } factor ? marketTime / factor : TimeSpan.Zero;
}

/// <summary>The clock of a replay: it stands still until the replay moves it.</summary>
/// <param name="start">Where it stands at first.</param>
internal sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private long _utcTicks = start.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    public void MoveTo(DateTimeOffset instant) => Interlocked.Exchange(ref _utcTicks, instant.UtcTicks);
}
