using Azure.Data.Tables;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The watchers in the <c>Watchers</c> table: the level leads the RowKey, so a crossing reads exactly the rules it fires.</summary>
public sealed class TableWatcherStore(TableSet tables) : IWatcherStore
{
    /// <inheritdoc/>
    public async Task AddAsync(Watcher watcher, CancellationToken cancellationToken)
    {
        var table = await tables.Watchers;
        var row = new TableEntity(PartitionOf(watcher), TableKeys.WatcherOf(watcher))
        {
            ["subscriber"] = watcher.Subscriber.Text,
            ["rule"] = watcher.Rule,
        };
        TermColumns.Write(row, watcher.Terms);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(Watcher watcher, CancellationToken cancellationToken)
    {
        var table = await tables.Watchers;
        await table.DeleteEntityAsync(PartitionOf(watcher), TableKeys.WatcherOf(watcher), cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Watcher>> FindAsync(
        Target target, MetricId metric, Direction direction, LevelRange levels, CancellationToken cancellationToken)
    {
        var table = await tables.Watchers;
        var partition = TableKeys.WatchersOf(target, metric, direction);
        var found = new List<Watcher>();
        await foreach (var row in table.QueryRangeAsync(partition, TableKeys.Level(levels.From), TableKeys.Level(levels.To), cancellationToken))
        {
            var level = new Level(long.Parse(row.RowKey.AsSpan(0, 14), System.Globalization.CultureInfo.InvariantCulture));
            var subscriber = SubscriberId.Parse(row.GetString("subscriber"));
            found.Add(new Watcher(subscriber, new Watch(target, metric, direction, level), row.GetString("rule"), TermColumns.Read(row)));
        }

        return found;
    }

    private static string PartitionOf(Watcher watcher) =>
        TableKeys.WatchersOf(watcher.Watch.Target, watcher.Watch.Metric, watcher.Watch.Direction);
}
