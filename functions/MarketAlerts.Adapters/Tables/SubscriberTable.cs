using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// The <c>Subscribers</c> table, which the stores of people share: spread over buckets, one partition each, so that one transaction moves
/// items into a mail.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="options">How many buckets there are, where nobody was entered before.</param>
public sealed class SubscriberTable(TableSet tables, DeliveryOptions options)
{
    private readonly BucketCount _count = new(options);

    /// <summary>The table, to read from.</summary>
    public Task<TableClient> Table => tables.Subscribers;

    /// <summary>The buckets; read once, at hand after that.</summary>
    public async ValueTask<SubscriberBuckets> BucketsAsync(CancellationToken cancellationToken) =>
        await _count.ReadAsync(await tables.Subscribers, cancellationToken);

    /// <summary>The bucket of somebody who is written about, in the table that <see cref="OpenAsync"/> gave.</summary>
    public string BucketOf(SubscriberId subscriber) => _count.BucketOf(subscriber);

    /// <summary>The table to write into, in which everybody has a bucket from now on.</summary>
    public async Task<TableClient> OpenAsync(CancellationToken cancellationToken)
    {
        var table = await tables.Subscribers;
        await _count.FixAsync(table, cancellationToken);
        return table;
    }

    /// <summary>The rows of a bucket whose keys begin alike, in order.</summary>
    public async IAsyncEnumerable<TableEntity> ReadAsync(
        string bucket,
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var table = await tables.Subscribers;
        await foreach (var row in table.QueryRangeAsync(bucket, prefix, TableKeys.After(prefix), cancellationToken))
        {
            yield return row;
        }
    }
}

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
