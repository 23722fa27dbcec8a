using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Every minute: plans a poll of quotes while the market is open.</summary>
public sealed class PollQuotes(QuotePlanner planner)
{
    /// <summary>The trigger; the schedule runs in UTC, the planner asks the market calendar.</summary>
    [Function(nameof(PollQuotes))]
    public Task RunAsync([TimerTrigger(Schedules.PollQuotes)] TimerInfo timer, CancellationToken cancellationToken) =>
        planner.PlanAsync(cancellationToken);
}
