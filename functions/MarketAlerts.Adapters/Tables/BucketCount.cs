using Azure.Data.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// How many buckets the table <c>Subscribers</c> has: what its own row says, which is written before the first person is, by whoever enters
/// that one.
/// </summary>
/// <param name="options">What is written then, and holds for the time before, in which there is nobody to be found.</param>
internal sealed class BucketCount(DeliveryOptions options)
{
    private SubscriberBuckets? _written;

    /// <summary>The bucket of somebody who is written about, after <see cref="FixAsync"/>.</summary>
    public string BucketOf(SubscriberId subscriber) => _written!.BucketOf(subscriber);

    /// <summary>The buckets: at hand once they are written.</summary>
    public async ValueTask<SubscriberBuckets> ReadAsync(TableClient table, CancellationToken cancellationToken) =>
        _written ?? await FindAsync(table, cancellationToken) ?? BucketsOf(options.Buckets);

    /// <summary>The buckets, written now if they are not, for who is about to write into one of them.</summary>
    public async ValueTask<SubscriberBuckets> FixAsync(TableClient table, CancellationToken cancellationToken)
    {
        if (_written is null && await FindAsync(table, cancellationToken) is null)
        {
            var row = new TableEntity(TableKeys.Buckets, TableKeys.BucketCount) { ["count"] = options.Buckets };
            await table.TryWriteAsync(row, null, cancellationToken); // Not if another one is first: then it is that one's.
        }

        return _written
            ?? await FindAsync(table, cancellationToken)
            ?? throw new InvalidOperationException("The number of buckets cannot be written.");
    }

    private async Task<SubscriberBuckets?> FindAsync(TableClient table, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Buckets, TableKeys.BucketCount, null, cancellationToken);
        return row.HasValue ? _written = BucketsOf(row.Value!.GetInt32("count")!.Value) : null;
    }

    private static SubscriberBuckets BucketsOf(int count) => new([.. Enumerable.Range(0, count).Select(TableKeys.Bucket)]);
}
