using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages;

/// <summary>Files what a subscriber is told beside alerts. The same id is filed once, however often it is asked for.</summary>
public sealed class NoticeSender(MarketClock clock, IProfileStore profiles, IDeliveryStore deliveries, IMessagePublisher publisher)
{
    /// <summary>Files a notice and asks for the flush of its subscriber's bucket.</summary>
    public async Task FileAsync(
        SubscriberId subscriber,
        string id,
        Notice notice,
        Severity severity,
        CancellationToken cancellationToken
    ) =>
        await FileAsync(
            (await profiles.BucketsAsync(cancellationToken)).BucketOf(subscriber),
            id,
            [(subscriber, EntryOf(id, notice, severity))],
            cancellationToken
        );

    /// <summary>Files the notices of one id for subscribers of one bucket, at least one, and asks for its flush.</summary>
    public async Task FileAsync(
        string bucket,
        string id,
        IReadOnlyList<(SubscriberId Subscriber, AlertEntry Entry)> notices,
        CancellationToken cancellationToken
    )
    {
        var now = clock.Now;
        await deliveries.FileAsync(
            id,
            [.. notices.Select(notice => new DeliveryItem(notice.Subscriber, id, now, [notice.Entry]))],
            cancellationToken
        );
        var flushRequest = MessageId.ForFlush(bucket, now);
        await publisher.PublishAsync(FlushRequest.Now(bucket, flushRequest, now), cancellationToken);
    }

    /// <summary>A notice as it waits for its subscriber.</summary>
    public AlertEntry EntryOf(string id, Notice notice, Severity severity)
    {
        var now = clock.Now;
        return new AlertEntry(EntryKind.Notice, id, MarketCalendar.DateOf(now), [], [], severity, now, now) { Notice = notice };
    }
}
