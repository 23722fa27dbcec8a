using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// The watchers in the <c>Watchers</c> table: target and level lead the RowKey, so a crossing reads exactly the rules it fires. Where a poll crosses much, the rules of
/// its page are read from their start on instead (<see cref="ShelfReading"/>): a request brings a thousand of them.
/// </summary>
public sealed class TableWatcherStore(TableSet tables) : IWatcherStore
{
    /// <summary>As many ranges of one shelf are read together.</summary>
    private const int Crowd = 32;

    private const int ParallelReads = 16;

    /// <inheritdoc/>
    public async Task AddAsync(Watcher watcher, Catalog catalog, CancellationToken cancellationToken)
    {
        var table = await tables.Watchers;
        await table.UpsertEntityAsync(WatcherRow.Of(watcher, catalog), TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(Watcher watcher, Catalog catalog, CancellationToken cancellationToken)
    {
        var table = await tables.Watchers;
        var row = WatcherRow.Of(watcher, catalog);
        await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IReadOnlyList<Watcher>>> FindAsync(
        IReadOnlyList<WatchedRange> ranges,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var table = await tables.Watchers;
        var found = new IReadOnlyList<Watcher>[ranges.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken };
        var shelves = Enumerable
            .Range(0, ranges.Count)
            .GroupBy(index => TableKeys.WatchersOf(catalog.ShelfOf(ranges[index].Target), ranges[index].Metric, ranges[index].Direction));
        var alone = new ConcurrentBag<(string Shelf, int Index)>();
        await Parallel.ForEachAsync(
            shelves,
            parallel,
            async (shelf, cancelled) =>
            {
                int[] indexes = [.. shelf];
                foreach (
                    var index in indexes.Length < Crowd
                        ? indexes
                        : await new ShelfReading(ranges, indexes, found).ReadAsync(table, shelf.Key, cancelled)
                )
                {
                    alone.Add((shelf.Key, index));
                }
            }
        );
        await Parallel.ForEachAsync(
            alone,
            parallel,
            async (next, cancelled) => found[next.Index] = await FindAsync(table, next.Shelf, ranges[next.Index], cancelled)
        );
        return found;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ShelvedWatcher> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await tables.Watchers;
        var (from, before) = (TableKeys.AwaitingPrefix, TableKeys.After(TableKeys.AwaitingPrefix));
        var all = TableClient.CreateQueryFilter($"PartitionKey lt {from} or PartitionKey ge {before}");
        await foreach (var row in table.QueryAsync<TableEntity>(all, cancellationToken: cancellationToken))
        {
            var (shelf, metric, direction) = TableKeys.ShelfIn(row.PartitionKey);
            yield return new ShelvedWatcher(shelf, WatcherRow.Read(row, metric, direction));
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(ShelvedWatcher watcher, CancellationToken cancellationToken)
    {
        var table = await tables.Watchers;
        var (shelf, (_, watch, _, _)) = watcher;
        await table.DeleteEntityAsync(
            TableKeys.WatchersOf(shelf, watch.Metric, watch.Direction),
            TableKeys.WatcherOf(watcher.Watcher),
            cancellationToken: cancellationToken
        );
    }

    private static async Task<IReadOnlyList<Watcher>> FindAsync(
        TableClient table,
        string shelf,
        WatchedRange range,
        CancellationToken cancellationToken
    )
    {
        var target = TableKeys.WatchersOf(range.Target);
        return await table
            .QueryRangeAsync(
                shelf,
                target + TableKeys.Level(range.Levels.From),
                target + TableKeys.Level(range.Levels.To),
                cancellationToken
            )
            .Select(row => WatcherRow.Read(row, range.Metric, range.Direction))
            .ToListAsync(cancellationToken);
    }
}
