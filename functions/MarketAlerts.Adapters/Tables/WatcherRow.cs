using Azure.Data.Tables;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tables;

/// <summary>A watcher as a row, and back.</summary>
public static class WatcherRow
{
    /// <summary>The row of a watcher.</summary>
    public static TableEntity Of(Watcher watcher, Catalog catalog)
    {
        var watch = watcher.Watch;
        var row = new TableEntity(
            TableKeys.WatchersOf(catalog.ShelfOf(watch.Target), watch.Metric, watch.Direction),
            TableKeys.WatcherOf(watcher)
        )
        {
            ["subscriber"] = watcher.Subscriber.Text,
            ["rule"] = watcher.Rule,
        };
        TermColumns.Write(row, watcher.Terms);
        return row;
    }

    /// <summary>The watcher of a row among those of a metric.</summary>
    internal static Watcher Read(TableEntity row, MetricId metric, Direction direction)
    {
        var (target, level) = TableKeys.WatchedBy(row.RowKey);
        return new Watcher(
            SubscriberId.Parse(row.GetString("subscriber")),
            new Watch(target, metric, direction, level),
            row.GetString("rule"),
            TermColumns.Read(row)
        );
    }
}
