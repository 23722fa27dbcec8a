using Azure;
using Azure.Data.Tables;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Reads a range of rows of one partition, in key order.</summary>
internal static class RangeQuery
{
    private const int MostPerPage = 1_000;

    public static AsyncPageable<TableEntity> QueryRangeAsync(
        this TableClient table,
        string partition,
        string from,
        string before,
        CancellationToken cancellationToken,
        int most = MostPerPage
    ) =>
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}"),
            Math.Min(most, MostPerPage),
            cancellationToken: cancellationToken
        );
}
