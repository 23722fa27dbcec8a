using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Testing.Crowd;

/// <summary>Loads readers and their rules in transactions, with the keys and columns of the production stores, which take them one by one.</summary>
/// <param name="tables">The tables.</param>
/// <param name="recipients">Knows the readers' buckets.</param>
public sealed class CrowdRows(TableSet tables, IRecipientStore recipients)
{
    private const int RowsPerTransaction = 100;
    private const int ParallelTransactions = 4;

    /// <summary>Loads them.</summary>
    public async Task LoadAsync(
        IEnumerable<Subscriber> readers,
        IEnumerable<Watcher> watchers,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        await WriteAsync(await tables.Watchers, watchers.Select(watcher => WatcherRow.Of(watcher, catalog)), cancellationToken);
        var buckets = await recipients.BucketsAsync(cancellationToken);
        await WriteAsync(await tables.Recipients, readers.Select(reader => RowOf(reader, buckets.Of(reader.Id))), cancellationToken);
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

    private static TableEntity RowOf(Subscriber reader, string bucket) =>
        new(bucket, TableKeys.ProfileOf(reader.Id)) { ["doc0"] = StoredJson.Write(reader) };
}
