using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Stages.Metering;

/// <summary>
/// Keeps how long alerts took, for metrics and for ops. What goes into the budget: alerts made by quotes, unless a choice of their
/// subscriber, a channel's quota or the subscriber's own webhook or chat held them; a mail that our mail server put off counts in full. A
/// crash between the server's yes and the note loses a measurement.
/// </summary>
public sealed partial class LatencyRecorder(MarketClock clock, AlertMeter meter, ILatencyStore store, ILogger<LatencyRecorder> logger)
{
    /// <summary>
    /// Counts a message that its server just accepted; how long it took beyond waits and delays, or null where that is not ours to answer
    /// for.
    /// </summary>
    public TimeSpan? Accepted(ClaimedMail mail)
    {
        if (mail.Latency is not { } latency)
        {
            return null;
        }

        var now = clock.Now;
        var putOffByItsSubscriber = mail.Attempts > 0 && mail.Mail.To.Kind is not ChannelKind.Email;
        latency = putOffByItsSubscriber ? latency with { GroupWait = null } : latency;
        meter.Count(mail.Mail, latency, now);
        return latency.OwnUntil(now);
    }

    /// <summary>Adds what a flush saw to the stored figures, in one write. It never fails: mails are more than their figures.</summary>
    public async Task KeepAsync(string bucket, IReadOnlyCollection<TimeSpan> latencies, CancellationToken cancellationToken)
    {
        if (latencies.Count is 0)
        {
            return;
        }

        try
        {
            await store.AddAsync(clock.Now, bucket, LatencyHistogram.FromLatencies(latencies), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnkept(latencies.Count, failure);
        }
    }

    [LoggerMessage(
        1009,
        LogLevel.Warning,
        "The latencies of {Count} alerts could not be kept; the alerts themselves were accepted.",
        EventName = "LatencyUnkept"
    )]
    private partial void LogUnkept(int count, Exception failure);
}

/// <summary>
/// Keeps the latencies that all instances saw, a row a slot of five minutes and bucket, and since when the budget is broken.
/// </summary>
public interface ILatencyStore
{
    /// <summary>Adds to the latencies of a bucket, in the slot that an instant lies in.</summary>
    Task AddAsync(DateTimeOffset at, string bucket, LatencyHistogram latencies, CancellationToken cancellationToken);

    /// <summary>The latencies of all buckets together, from the slot that an instant lies in on.</summary>
    Task<LatencyHistogram> ReadAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Removes the slots that lie before the one of an instant.</summary>
    Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Since when the budget is broken, or null while it is kept.</summary>
    Task<DateTimeOffset?> ReadBrokenSinceAsync(CancellationToken cancellationToken);

    /// <summary>Notes since when the budget is broken, or with null that it is kept.</summary>
    Task SaveBrokenSinceAsync(DateTimeOffset? since, CancellationToken cancellationToken);
}
