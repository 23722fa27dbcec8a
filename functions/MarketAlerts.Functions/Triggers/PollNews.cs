using MarketAlerts.Core.Stages.News;
using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Every minute, closed hours too: plans the poll of the feeds whose turn it is.</summary>
public sealed class PollNews(NewsPlanner planner)
{
    /// <inheritdoc cref="PollNews"/>
    [Function(nameof(PollNews))]
    public Task RunAsync([TimerTrigger(Schedules.PollNews)] TimerInfo timer, CancellationToken cancellationToken) =>
        planner.PlanAsync(cancellationToken);
}
