using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;

namespace MarketAlerts.LocalHost.Commands.Cost.Counting;

/// <summary>What a replay of <see cref="CountedDay"/> left in the tables.</summary>
internal static class StoredBytes
{
    /// <summary>Reads the tables and takes their bytes apart: of a mail, a subscriber and a page.</summary>
    public static async Task<Operations> ReadAsync(TableServiceClient service, CancellationToken cancellationToken)
    {
        var mails = CountedDay.Subscribers.Sum() + 1.0;
        var subscribers =
            await SizeAsync(service, nameof(TableSet.Subscribers), IsOfASubscriber, cancellationToken)
            + await SizeAsync(service, nameof(TableSet.Subscriptions), _ => true, cancellationToken);
        return new Operations
        {
            BytesAMail = Math.Round(
                await SizeAsync(service, nameof(TableSet.Subscribers), row => !IsOfASubscriber(row), cancellationToken) / mails
            ),
            BytesASubscriber = Math.Round(subscribers / (double)CountedDay.Subscribers.Max()),
            BytesAPage = await service
                .GetTableClient(nameof(TableSet.Market))
                .QueryAsync<TableEntity>(cancellationToken: cancellationToken)
                .Where(row => row.RowKey is TableKeys.State)
                .Select(RowSize.BytesOf)
                .MaxAsync(cancellationToken: cancellationToken),
        };
    }

    private static bool IsOfASubscriber(TableEntity row) =>
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
            .Select(RowSize.BytesOf)
            .SumAsync(cancellationToken);
}

/// <summary>
/// What a row takes in a table: 4 bytes, its keys, and for each property 8 bytes, its name and its value; text counts two bytes a
/// character.
/// </summary>
internal static class RowSize
{
    private const int Row = 4;
    private const int Property = 8;
    private const int Prefix = 4; // Before text and bytes.
    private const int Number = 8;

    public static long BytesOf(TableEntity row) =>
        Row
        + TextOf(row.PartitionKey + row.RowKey)
        + row.Where(property => property.Key is not ("odata.etag" or "PartitionKey" or "RowKey"))
            .Sum(property => Property + TextOf(property.Key) + ValueOf(property.Value));

    private static long ValueOf(object? value) =>
        value switch
        {
            string text => TextOf(text) + Prefix,
            byte[] bytes => bytes.Length + Prefix,
            BinaryData bytes => bytes.ToMemory().Length + Prefix,
            _ => Number,
        };

    private static long TextOf(string text) => 2L * text.Length;
}
