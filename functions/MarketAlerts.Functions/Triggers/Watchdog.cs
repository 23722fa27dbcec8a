using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>
/// Every five minutes: tells ops what will stop the pipeline unless somebody acts: tables that cannot be read, sources that fail or refuse,
/// quotes that stand still, feeds that fall silent, alerts that take too long, the calendar's end.
/// </summary>
public sealed class Watchdog(
    HealthCheck health,
    SourceMonitor sources,
    FeedMonitor feeds,
    LatencyMonitor latencies,
    CalendarMonitor calendar
)
{
    /// <inheritdoc cref="Watchdog"/>
    [Function(nameof(Watchdog))]
    public Task RunAsync([TimerTrigger(Schedules.Watchdog)] TimerInfo timer, CancellationToken cancellationToken)
    {
        calendar.Check();
        return Task.WhenAll(
            health.CheckAsync(),
            sources.CheckAsync(cancellationToken),
            feeds.CheckAsync(cancellationToken),
            latencies.CheckAsync(cancellationToken)
        );
    }
}
