namespace MarketAlerts.Core.Stages.Metering;

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
