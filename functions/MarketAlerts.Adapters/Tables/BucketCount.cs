using Azure.Data.Tables;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tables;

/// <summary>How many buckets the table <c>Recipients</c> has: what its own row says, which is written by whoever comes first.</summary>
/// <param name="options">What that one writes.</param>
internal sealed class BucketCount(DeliveryOptions options)
{
    /// <summary>The buckets, once they were read.</summary>
    public RecipientBuckets? Known { get; private set; }

    /// <summary>The buckets, read once.</summary>
    public async ValueTask<RecipientBuckets> ReadAsync(TableClient table, CancellationToken cancellationToken) =>
        Known ??= await FindAsync(table, cancellationToken) ?? await WriteAsync(table, cancellationToken);

    /// <summary>Not if another one is first: then it is that one's.</summary>
    private async Task<RecipientBuckets> WriteAsync(TableClient table, CancellationToken cancellationToken)
    {
        var row = new TableEntity(TableKeys.Buckets, TableKeys.BucketCount) { ["count"] = options.Buckets };
        await table.TryWriteAsync(row, null, cancellationToken);
        return await FindAsync(table, cancellationToken) ?? throw new InvalidOperationException("The number of buckets cannot be written.");
    }

    private static async Task<RecipientBuckets?> FindAsync(TableClient table, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Buckets, TableKeys.BucketCount, null, cancellationToken);
        return row.HasValue ? new RecipientBuckets([.. Enumerable.Range(0, row.Value!.GetInt32("count")!.Value).Select(TableKeys.Bucket)]) : null;
    }
}
