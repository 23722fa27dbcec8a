using MarketAlerts.Core.Stages.Incidents;
using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Forty seconds past every minute of an open market: halts, recoveries and corrections of the incidents that are on.</summary>
public sealed class FollowIncidents(IncidentFollower follower)
{
    /// <inheritdoc cref="FollowIncidents"/>
    [Function(nameof(FollowIncidents))]
    public Task RunAsync([TimerTrigger(Schedules.FollowIncidents)] TimerInfo timer, CancellationToken cancellationToken) =>
        follower.FollowAsync(cancellationToken);
}
