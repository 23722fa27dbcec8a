using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;

namespace MarketAlerts.LocalHost.Commands.Cost.Counting;

/// <summary>What a replay of <see cref="CountedDay"/> left in the tables.</summary>
public static class StoredBytes
{
    /// <summary>Reads the tables and takes their bytes apart: of a mail, a reader and a page.</summary>
    public static async Task<Operations> ReadAsync(TableServiceClient service, CancellationToken cancellationToken)
    {
        var mails = CountedDay.Readers.Sum() + 1.0;
        var readers =
            await SizeAsync(service, nameof(TableSet.Recipients), IsOfAReader, cancellationToken)
            + await SizeAsync(service, nameof(TableSet.Watchers), _ => true, cancellationToken);
        return new Operations
        {
            BytesAMail = Math.Round(
                await SizeAsync(service, nameof(TableSet.Recipients), row => !IsOfAReader(row), cancellationToken) / mails
            ),
            BytesAReader = Math.Round(readers / (double)CountedDay.Readers.Max()),
            BytesAPage = await service
                .GetTableClient(nameof(TableSet.Market))
                .QueryAsync<TableEntity>(cancellationToken: cancellationToken)
                .Where(row => row.RowKey is TableKeys.State)
                .Select(RowSize.Of)
                .MaxAsync(cancellationToken: cancellationToken),
        };
    }

    private static bool IsOfAReader(TableEntity row) =>
        row.RowKey.StartsWith(TableKeys.ProfilePrefix, StringComparison.Ordinal)
        || row.RowKey.StartsWith(TableKeys.HistoryPrefix, StringComparison.Ordinal);

    private static async Task<long> SizeAsync(
        TableServiceClient service,
        string table,
        Func<TableEntity, bool> isMeant,
        CancellationToken cancellationToken
    ) =>
        await service
            .GetTableClient(table)
            .QueryAsync<TableEntity>(cancellationToken: cancellationToken)
            .Where(isMeant)
            .Select(RowSize.Of)
            .SumAsync(cancellationToken);
}
