using Azure.Data.Tables;
using MarketAlerts.EndToEnd.Running;

namespace MarketAlerts.EndToEnd.Walk;

/// <summary>
/// The rows of a storage account, so that many hosts begin with the same: entering subscribers anew each time takes longer than what is
/// tested.
/// </summary>
internal sealed class AccountCopy
{
    private const int RowsPerTransaction = 100;
    private readonly Dictionary<string, List<TableEntity>> _tables = [];

    /// <summary>Reads an account.</summary>
    public static async Task<AccountCopy> OfAsync(Azurite azurite, CancellationToken stopping)
    {
        var (copy, service) = (new AccountCopy(), new TableServiceClient(azurite.ConnectionString));
        await foreach (var table in service.QueryAsync(cancellationToken: stopping))
        {
            copy._tables[table.Name] = await service
                .GetTableClient(table.Name)
                .QueryAsync<TableEntity>(cancellationToken: stopping)
                .ToListAsync(stopping);
        }

        return copy;
    }

    /// <summary>Writes them into an account that nobody had before.</summary>
    public async Task<Azurite> OpenAsync(CancellationToken stopping)
    {
        var azurite = await Azurite.OpenAsync(stopping);
        var service = new TableServiceClient(azurite.ConnectionString);
        foreach (var (name, rows) in _tables)
        {
            var table = service.GetTableClient(name);
            await table.CreateIfNotExistsAsync(stopping);
            foreach (var together in rows.GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(RowsPerTransaction)))
            {
                await table.SubmitTransactionAsync(
                    together.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                    stopping
                );
            }
        }

        return azurite;
    }
}
