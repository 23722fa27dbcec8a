using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Asks for the flush of every bucket with something overdue: what a lost flush request, quiet hours or a retry left waiting. Closed hours
/// too.
/// </summary>
public sealed class DuePlanner(MarketClock clock, IProfileStore profiles, IDeliveryStore deliveries, IMessagePublisher publisher)
{
    /// <summary>One look; returns how many buckets it asked for.</summary>
    public async Task<int> PlanAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var overdue = new List<OutgoingMessage>();
        foreach (var bucket in (await profiles.BucketsAsync(cancellationToken)).All)
        {
            if (await deliveries.FirstDueAsync(bucket, cancellationToken) <= now)
            {
                overdue.Add(FlushRequest.Now(bucket, MessageId.ForFlush(bucket, now), now));
            }
        }

        await publisher.PublishAsync(overdue, cancellationToken);
        return overdue.Count;
    }
}
