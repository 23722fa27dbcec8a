using Azure.Data.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Adapters.Tables.SubscriberRows;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// Files what one message holds for many subscribers: up to 99 rows of a bucket's waiting list and one marker that names whom they are for,
/// in one transaction. The markers of a message are numbered, so whoever finds the first one taken knows that something was filed before:
/// it reads whom for, and files for the others.
/// </summary>
internal sealed class ItemInsertion(SubscriberRows rows, Func<SubscriberId, string> bucketOf)
{
    private const int ItemsPerTransaction = 99;
    private const int BytesPerTransaction = 2_000_000;
    private const int ParallelBuckets = 8;

    public Task FileAsync(TableClient table, string messageId, IReadOnlyList<DeliveryItem> items, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ParallelBuckets, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(
            items.GroupBy(item => bucketOf(item.Subscriber)),
            parallel,
            async (bucket, cancelled) =>
                await FileAsync(table, bucket.Key, messageId, [.. bucket.OrderBy(item => item.Subscriber)], cancelled)
        );
    }

    private Task FileAsync(TableClient table, string bucket, string messageId, DeliveryItem[] items, CancellationToken cancellationToken)
    {
        // Mostly nobody else files it, so nothing is read before the first time.
        var (filed, markers) = (new HashSet<string>(), 0);
        return OptimisticWrite.RunAsync(
            FileOnceAsync,
            "Another instance kept filing the same message; it is delivered again.",
            cancellationToken
        );

        async Task<bool> FileOnceAsync()
        {
            var left = items.Where(item => !filed.Contains(item.Subscriber.Text));
            if (await TryFileAsync(table, bucket, messageId, markers, left, cancellationToken))
            {
                return true;
            }

            (filed, markers) = await FiledAsync(table, bucket, messageId, cancellationToken);
            return false;
        }
    }

    private async Task<bool> TryFileAsync(
        TableClient table,
        string bucket,
        string messageId,
        int markers,
        IEnumerable<DeliveryItem> items,
        CancellationToken cancellationToken
    )
    {
        var waits = items.Select(item =>
            (rows.Wait(new Waiting(item.Subscriber, item.Due, WaitingKind.Item, messageId) { Item = item }), (string?)item.Subscriber.Text)
        );
        foreach (var together in RowBatches.Split(waits, ItemsPerTransaction, BytesPerTransaction))
        {
            var marker = new TableEntity(bucket, TableKeys.FiledOf(messageId, markers++))
            {
                ["subscribers"] = string.Concat(together.Select(row => row.ETag)),
            };
            if (await table.TryCommitAsync([Add(marker), .. together.Select(row => Add(row.Row))], cancellationToken) is null)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<(HashSet<string> Filed, int Markers)> FiledAsync(
        TableClient table,
        string bucket,
        string messageId,
        CancellationToken cancellationToken
    )
    {
        var (filed, markers, prefix) = (new HashSet<string>(), 0, TableKeys.FiledOf(messageId));
        await foreach (var row in table.QueryRangeAsync(bucket, prefix, TableKeys.After(prefix), cancellationToken))
        {
            filed.UnionWith(row.GetString("subscribers").Chunk(SubscriberId.Length).Select(digits => new string(digits)));
            markers++;
        }

        return (filed, markers);
    }
}
