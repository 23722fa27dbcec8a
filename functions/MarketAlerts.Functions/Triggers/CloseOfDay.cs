using MarketAlerts.Core.Stages.Incidents;
using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>
/// Every minute of a trading day: how the day ended for the incidents that are on, and how the next session began for those that were
/// carried into it.
/// </summary>
public sealed class CloseOfDay(IncidentFollower follower)
{
    /// <inheritdoc cref="CloseOfDay"/>
    [Function(nameof(CloseOfDay))]
    public Task RunAsync([TimerTrigger(Schedules.CloseOfDay)] TimerInfo timer, CancellationToken cancellationToken) =>
        follower.CloseAsync(cancellationToken);
}
