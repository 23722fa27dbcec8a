using MarketAlerts.Core.Pipeline;
using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Every hour: tells ops what will stop the pipeline unless somebody acts; today the end of the market calendar.</summary>
public sealed class Watchdog(CalendarWatch calendar)
{
    /// <summary>The trigger.</summary>
    [Function(nameof(Watchdog))]
    public Task RunAsync([TimerTrigger(Schedules.EveryHour)] TimerInfo timer)
    {
        calendar.Look();
        return Task.CompletedTask;
    }
}
