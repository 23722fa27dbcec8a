using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Every minute, closed hours too: asks for the flush of every bucket with something overdue.</summary>
public sealed class FlushDue(DuePlanner planner)
{
    /// <inheritdoc cref="FlushDue"/>
    [Function(nameof(FlushDue))]
    public Task RunAsync([TimerTrigger(Schedules.FlushDue)] TimerInfo timer, CancellationToken cancellationToken) =>
        planner.PlanAsync(cancellationToken);
}
