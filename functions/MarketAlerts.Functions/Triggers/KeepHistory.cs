using MarketAlerts.Core.Stages.History;
using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>
/// Every minute, closed hours too: fetches the daily closes that are missing, as far as the sources' plans have calls to spare.
/// </summary>
public sealed class KeepHistory(HistoryUpdater updater)
{
    /// <inheritdoc cref="KeepHistory"/>
    [Function(nameof(KeepHistory))]
    public Task RunAsync([TimerTrigger(Schedules.KeepHistory)] TimerInfo timer, CancellationToken cancellationToken) =>
        updater.KeepAsync(cancellationToken);
}
