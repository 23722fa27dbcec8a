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
