using MarketAlerts.Core.Stages.Baskets;
using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Twenty seconds past every minute of a trading day: looks at the watched baskets.</summary>
public sealed class PollBaskets(BasketPoller poller)
{
    /// <inheritdoc cref="PollBaskets"/>
    [Function(nameof(PollBaskets))]
    public Task RunAsync([TimerTrigger(Schedules.PollBaskets)] TimerInfo timer, CancellationToken cancellationToken) =>
        poller.PollAsync(cancellationToken);
}
