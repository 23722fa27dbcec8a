using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>
/// Every ten minutes, only while the market is closed: publishes what a crash left pending, and removes old rows, each part of a table once
/// a night.
/// </summary>
public sealed class Housekeeping(Housekeeper housekeeper)
{
    /// <inheritdoc cref="Housekeeping"/>
    [Function(nameof(Housekeeping))]
    public Task RunAsync([TimerTrigger(Schedules.Housekeeping)] TimerInfo timer, CancellationToken cancellationToken) =>
        housekeeper.RunAsync(cancellationToken);
}
