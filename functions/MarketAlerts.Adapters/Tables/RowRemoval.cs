using Azure;
using Azure.Data.Tables;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Deletes rows of one partition, up to 100 in a transaction; one that is gone already is no trouble.</summary>
internal static class RowRemoval
{
    /// <summary>Only what names a row.</summary>
    public static readonly string[] KeyColumns = [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)];

    private const int RowsPerTransaction = 100;

    public static async Task RemoveAsync(
        this TableClient table,
        string partition,
        IEnumerable<string> keys,
        CancellationToken cancellationToken
    )
    {
        foreach (var together in keys.Chunk(RowsPerTransaction))
        {
            TableTransactionAction[] actions =
            [
                .. together.Select(key => new TableTransactionAction(
                    TableTransactionActionType.Delete,
                    new TableEntity(partition, key),
                    ETag.All
                )),
            ];
            if (await table.TryCommitAsync(actions, cancellationToken) is null)
            {
                foreach (var key in together)
                {
                    await table.DeleteEntityAsync(partition, key, ETag.All, cancellationToken);
                }
            }
        }
    }
}
