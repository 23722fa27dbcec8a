using Azure.Data.Tables;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// Finds and removes every row of one subscriber in a bucket, the profile last: until then a crash is repaired by doing it again.
/// </summary>
/// <param name="table">The table of subscribers.</param>
/// <param name="bucket">Their bucket.</param>
/// <param name="subscriber">Who.</param>
internal sealed class SubscriberRemoval(TableClient table, string bucket, SubscriberId subscriber)
{
    private const string Subscribers = "subscribers";
    private readonly (string Kind, Func<CancellationToken, Task<List<string>>> FindAsync)[] _kinds =
    [
        ("waiting", stop => AmongAsync(table, bucket, TableKeys.WaitPrefix, subscriber, stop)),
        ("mails", stop => OfAsync(table, bucket, TableKeys.MailsOf(subscriber), stop)),
        ("incidents told", stop => AmongAsync(table, bucket, TableKeys.ToldPrefix, subscriber, stop)),
        ("ledger", stop => OfAsync(table, bucket, TableKeys.LedgerOf(subscriber), stop)),
        ("votes", stop => OfAsync(table, bucket, TableKeys.VotesOf(subscriber), stop)),
        ("claims of once rules", stop => OfAsync(table, bucket, TableKeys.OncesOf(subscriber), stop)),
        ("history", stop => ExactlyAsync(table, bucket, TableKeys.ToldTo(subscriber), stop)),
    ];

    /// <summary>Counts them; with <paramref name="remove"/> they are gone then.</summary>
    public async Task<IReadOnlyList<RowCount>> RunAsync(bool remove, CancellationToken cancellationToken)
    {
        var counts = new List<RowCount>();
        foreach (var (kind, find) in _kinds)
        {
            var keys = await find(cancellationToken);
            counts.Add(new RowCount(kind, keys.Count));
            await table.RemoveAsync(bucket, remove ? keys : [], cancellationToken);
        }

        counts.Add(new RowCount("marks of what was filed", await UnmarkAsync(remove, cancellationToken)));
        var profile = await ExactlyAsync(table, bucket, TableKeys.ProfileOf(subscriber), cancellationToken);
        counts.Add(new RowCount("profile", profile.Count));
        await table.RemoveAsync(bucket, remove ? profile : [], cancellationToken);
        return counts;
    }

    /// <summary>
    /// A marker names up to 99 subscribers: it stays, since the markers of a message are numbered, but no longer names this one.
    /// </summary>
    private async Task<int> UnmarkAsync(bool remove, CancellationToken cancellationToken)
    {
        var found = 0;
        await foreach (
            var row in table.QueryRangeAsync(bucket, TableKeys.FiledPrefix, TableKeys.After(TableKeys.FiledPrefix), cancellationToken)
        )
        {
            string[] named = [.. row.GetString(Subscribers).Chunk(SubscriberId.Length).Select(digits => new string(digits))];
            if (!named.Contains(subscriber.Text))
            {
                continue;
            }

            found++;
            if (remove)
            {
                row[Subscribers] = string.Concat(named.Where(other => other != subscriber.Text));
                await table.TryWriteAsync(row, row.ETag.ToString(), cancellationToken); // Gone meanwhile: it was too old to stay.
            }
        }

        return found;
    }

    private static Task<List<string>> OfAsync(TableClient table, string bucket, string prefix, CancellationToken cancellationToken) =>
        KeysAsync(
            table,
            TableClient.CreateQueryFilter($"PartitionKey eq {bucket} and RowKey ge {prefix} and RowKey lt {TableKeys.After(prefix)}"),
            cancellationToken
        );

    /// <summary>Rows whose key starts with something else and that name their subscriber in a column.</summary>
    private static Task<List<string>> AmongAsync(
        TableClient table,
        string bucket,
        string prefix,
        SubscriberId subscriber,
        CancellationToken cancellationToken
    )
    {
        var end = TableKeys.After(prefix);
        return KeysAsync(
            table,
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {bucket} and RowKey ge {prefix} and RowKey lt {end} and subscriber eq {subscriber.Text}"
            ),
            cancellationToken
        );
    }

    private static Task<List<string>> ExactlyAsync(TableClient table, string bucket, string key, CancellationToken cancellationToken) =>
        KeysAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {bucket} and RowKey eq {key}"), cancellationToken);

    private static async Task<List<string>> KeysAsync(TableClient table, string filter, CancellationToken cancellationToken) =>
        await table
            .QueryAsync<TableEntity>(filter, select: RowRemoval.KeyColumns, cancellationToken: cancellationToken)
            .Select(row => row.RowKey)
            .ToListAsync(cancellationToken);
}
