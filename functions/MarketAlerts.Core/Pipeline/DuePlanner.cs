using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Asks for the flush of every bucket with something overdue: what a lost wake-up, quiet hours or a retry left waiting. Closed hours too.</summary>
public sealed class DuePlanner(MarketClock clock, IRecipientStore recipients, IMessagePublisher publisher)
{
    /// <summary>One look; returns how many buckets it asked for.</summary>
    public async Task<int> PlanAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var asked = 0;
        foreach (var bucket in recipients.Buckets)
        {
            if (await recipients.FirstDueAsync(bucket, cancellationToken) <= now)
            {
                var id = MessageId.OfWakeUp(bucket, now);
                var content = MessageCodec.Write(new DueBucket(bucket), id, now);
                await publisher.PublishAsync(new OutgoingMessage(QueueNames.Deliveries, id, content), cancellationToken);
                asked++;
            }
        }

        return asked;
    }
}
