using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>
/// Makes what waits for a subscriber due now, so that the next flush decides about it anew; what another reason holds is held again.
/// </summary>
public sealed class HoldRelease(IProfileStore profiles, IDeliveryStore deliveries)
{
    /// <summary>Moves the subscriber's items on the waiting list; mails on their way stay where they are.</summary>
    public async Task LookAgainAsync(SubscriberId subscriber, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var buckets = await profiles.BucketsAsync(cancellationToken);
        var waiting = await deliveries.GetWaitingAsync(buckets.BucketOf(subscriber), cancellationToken);
        var released = waiting
            .Where(row => row.Subscriber == subscriber && row.Kind is WaitingKind.Item && row.Due > now)
            .Select(row =>
                (
                    new HeldItem(row, now, DeliveryReason.Resumed, "The subscriber ended a pause.") { Hold = row.Hold },
                    new LedgerEntry(subscriber, now, DeliveryStep.Resumed, row.Reference, "The subscriber ended a pause.")
                    {
                        Incidents = [.. row.Item!.Entries.Select(entry => entry.IncidentId).Distinct()],
                    }
                )
            );
        await deliveries.HoldAsync([.. released], cancellationToken);
    }
}
