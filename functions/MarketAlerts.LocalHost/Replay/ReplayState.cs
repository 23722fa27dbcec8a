using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.LocalHost.Scenarios;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>What of a replay lies in the tables.</summary>
internal sealed class ReplayState(IHistoryStore history, RuleRegistration rules, IProfileStore profiles, IDeliveryStore deliveries)
{
    /// <summary>Enters a scenario; entering again what an interrupted replay had entered changes nothing.</summary>
    public async Task EnterAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        foreach (var (symbol, closes) in scenario.History)
        {
            await history.SaveAsync(symbol, closes, cancellationToken);
        }

        await rules.EnterAsync(scenario.Watch, cancellationToken);
    }

    /// <summary>When the first of all that waits for anybody is due, or null when nothing waits.</summary>
    public async Task<DateTimeOffset?> FirstDueAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? first = null;
        foreach (var bucket in (await profiles.BucketsAsync(cancellationToken)).All)
        {
            var due = await deliveries.FirstDueAsync(bucket, cancellationToken);
            first = due is not null && !(first <= due) ? due : first;
        }

        return first;
    }
}
