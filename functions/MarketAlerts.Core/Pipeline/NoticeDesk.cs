using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Files what a subscriber is told beside alerts. The same id is filed once, however often it is asked for.</summary>
public sealed class NoticeDesk(MarketClock clock, IRecipientStore recipients, IMessagePublisher publisher)
{
    /// <summary>Files a notice and asks for the flush of its reader's bucket.</summary>
    public async Task FileAsync(SubscriberId subscriber, string id, Notice notice, Severity severity, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var entry = new AlertEntry(EntryKind.Notice, id, MarketCalendar.DateOf(now), [], [], severity, now, now) { Notice = notice };
        await recipients.FileAsync(id, [new DeliveryItem(subscriber.Text, id, now, [entry])], cancellationToken);
        var bucket = recipients.BucketOf(subscriber);
        var wakeUp = MessageId.OfWakeUp(bucket, now);
        await publisher.PublishAsync(new OutgoingMessage(QueueNames.Deliveries, wakeUp, MessageCodec.Write(new DueBucket(bucket), wakeUp, now)), cancellationToken);
    }
}
