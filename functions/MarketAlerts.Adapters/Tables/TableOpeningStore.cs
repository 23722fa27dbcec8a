using Azure.Data.Tables;
using MarketAlerts.Core.Stages.Opening;

namespace MarketAlerts.Adapters.Tables;

/// <summary>For which buckets an open was told, in the <c>Health</c> table.</summary>
/// <param name="tables">The tables.</param>
public sealed class TableOpeningStore(TableSet tables) : IOpeningStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> ReadAsync(DateOnly session, CancellationToken cancellationToken)
    {
        var (told, date) = (new HashSet<string>(StringComparer.Ordinal), TableKeys.Session(session));
        await foreach (
            var row in (await tables.Health).QueryAsync<TableEntity>(
                row => row.PartitionKey == TableKeys.Openings,
                cancellationToken: cancellationToken
            )
        )
        {
            if (row.GetString("session") == date)
            {
                told.Add(row.RowKey);
            }
        }

        return told;
    }

    /// <inheritdoc/>
    public async Task SaveAsync(string bucket, DateOnly session, CancellationToken cancellationToken)
    {
        var row = new TableEntity(TableKeys.Openings, bucket) { ["session"] = TableKeys.Session(session) };
        await (await tables.Health).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }
}
