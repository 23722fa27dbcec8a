using MarketAlerts.Core.Stages.Opening;
using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>
/// Every minute of a trading day: shortly after the open, once a session, tells those who asked for it that somebody is watching.
/// </summary>
public sealed class ProofOfLife(OpeningNotices notices)
{
    /// <inheritdoc cref="ProofOfLife"/>
    [Function(nameof(ProofOfLife))]
    public Task RunAsync([TimerTrigger(Schedules.ProofOfLife)] TimerInfo timer, CancellationToken cancellationToken) =>
        notices.TellAsync(cancellationToken);
}
