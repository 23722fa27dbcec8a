using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Routing;

/// <summary>
/// Files what a message holds for each subscriber, one item a subscriber and message, and asks for the flush of their buckets when the
/// group wait is over.
/// </summary>
public sealed class AlertBatchWriter(
    MarketClock clock,
    IProfileStore profiles,
    IDeliveryStore deliveries,
    GroupWait wait,
    IMessagePublisher publisher
)
{
    /// <summary>Adds what became of incidents, for those who were told of them and hear of such things.</summary>
    internal async Task AddToldAsync(AlertBatch batch, IReadOnlyList<IncidentAnnouncement> news, CancellationToken cancellationToken)
    {
        foreach (var incident in news.GroupBy(change => change.Incident.Id))
        {
            foreach (var subscriber in await deliveries.LoadToldAsync(incident.Key, cancellationToken))
            {
                foreach (var change in incident.Where(change => change.Concerns(subscriber.Following)))
                {
                    batch.AddChange(subscriber.Subscriber, change);
                }
            }
        }
    }

    /// <summary>Files a batch; doing it again files nothing twice.</summary>
    internal async Task FileAsync(string messageId, AlertBatch batch, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var items = batch
            .Entries.Select(pair => new DeliveryItem(pair.Key, messageId, wait.DueFrom(now, pair.Value), pair.Value))
            .ToArray();
        await deliveries.FileAsync(messageId, items, cancellationToken);

        var (filed, buckets) = (clock.Now, await profiles.BucketsAsync(cancellationToken));
        var moments = items.Select(item => (Bucket: buckets.BucketOf(item.Subscriber), item.Due)).Distinct().Order();
        await publisher.PublishAsync(
            [.. moments.Select(moment => FlushRequest.For(moment.Bucket, moment.Due, filed, messageId))],
            cancellationToken
        );
    }
}
