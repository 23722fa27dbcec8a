using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Metering;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Flushes one bucket: for each subscriber with something due, decides about all that waits, writes one message down (the claim), sends it,
/// records it. Those who are told of the most severe go first. A crash before the claim changes nothing; after it the message itself waits
/// and is sent again.
/// </summary>
public sealed class Notifier(
    MarketClock clock,
    IDeliveryStore deliveries,
    BucketFlush flush,
    LatencyRecorder latencies,
    IMessagePublisher publisher,
    DeliveryOptions options
)
{
    private const int MostRounds = 4;

    /// <summary>
    /// Flushes the bucket, once more where a second message of somebody waits behind the first; asks for the rest when more subscribers are
    /// due than one flush takes.
    /// </summary>
    public async Task FlushAsync(string bucket, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (!await FlushOnceAsync(bucket, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<bool> FlushOnceAsync(string bucket, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var waiting = (await deliveries.GetWaitingAsync(bucket, cancellationToken)).GroupBy(row => row.Subscriber);
        var due = waiting
            .Where(rows => rows.Any(row => row.IsDue(clock.Now)))
            .OrderByDescending(SeverityOf)
            .ThenBy(rows => rows.Min(row => row.Due))
            .ToArray();
        if (due.Length is 0)
        {
            return false;
        }

        var outcome = await flush.RunAsync(bucket, [.. due.Take(options.SubscribersPerFlush)], cancellationToken);
        await latencies.KeepAsync(bucket, outcome.Accepted, cancellationToken);
        if (due.Length > options.SubscribersPerFlush)
        {
            await AskForTheRestAsync(bucket, now, cancellationToken);
        }

        outcome.ThrowIfAnyFailed();
        return outcome.HasMore && due.Length <= options.SubscribersPerFlush;
    }

    private static Severity SeverityOf(IEnumerable<Waiting> rows) =>
        rows.SelectMany(row => row.Item?.Entries ?? []).Select(entry => entry.Severity).DefaultIfEmpty(Severity.Plain).Max();

    private Task AskForTheRestAsync(string bucket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = MessageId.ForFlush(bucket, now) + ".rest";
        return publisher.PublishAsync(FlushRequest.Now(bucket, id, now), cancellationToken);
    }
}
