using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Testing.Crowd;

/// <summary>
/// Loads subscribers and their rules in transactions, with the keys and columns of the production stores, which take them one by one.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="profiles">Knows the subscribers' buckets.</param>
public sealed class CrowdRows(TableSet tables, IProfileStore profiles)
{
    private const int RowsPerTransaction = 100;
    private const int ParallelTransactions = 4;

    /// <summary>Loads them.</summary>
    public async Task LoadAsync(
        IEnumerable<Subscriber> readers,
        IEnumerable<Subscription> subscriptions,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        await WriteAsync(
            await tables.Subscriptions,
            subscriptions.Select(subscription => SubscriptionRow.Write(subscription, catalog)),
            cancellationToken
        );
        var buckets = await profiles.BucketsAsync(cancellationToken);
        await WriteAsync(
            await tables.Subscribers,
            readers.Select(subscriber => RowOf(subscriber, buckets.BucketOf(subscriber.Id))),
            cancellationToken
        );
    }

    private static Task WriteAsync(TableClient table, IEnumerable<TableEntity> rows, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ParallelTransactions, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(
            rows.GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(RowsPerTransaction)),
            parallel,
            async (together, token) =>
                await table.SubmitTransactionAsync(
                    together.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                    token
                )
        );
    }

    private static TableEntity RowOf(Subscriber subscriber, string bucket) =>
        new(bucket, TableKeys.ProfileOf(subscriber.Id)) { ["doc0"] = StoredJson.Write(subscriber) };
}
