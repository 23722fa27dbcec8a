using MarketAlerts.Core.Pipeline;
using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Twenty seconds past every minute of a trading day: looks at the watched baskets.</summary>
public sealed class WatchBaskets(BasketWatcher watcher)
{
    /// <summary>The trigger.</summary>
    [Function(nameof(WatchBaskets))]
    public Task RunAsync([TimerTrigger(Schedules.WatchBaskets)] TimerInfo timer, CancellationToken cancellationToken) =>
        watcher.WatchAsync(cancellationToken);
}
