using Azure.Data.Tables;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tables;

/// <summary>A watcher as a row, and back.</summary>
public static class SubscriptionRow
{
    /// <summary>The row of a watcher.</summary>
    public static TableEntity Write(Subscription subscription, Catalog catalog)
    {
        var ruleLevel = subscription.RuleLevel;
        var row = new TableEntity(
            TableKeys.SubscriptionsOf(catalog.SectionOf(ruleLevel.Target), ruleLevel.Metric, ruleLevel.Direction),
            TableKeys.SubscriptionOf(subscription)
        )
        {
            ["subscriber"] = subscription.Subscriber.Text,
            ["rule"] = subscription.Rule,
        };
        TermColumns.Write(row, subscription.Terms);
        return row;
    }

    /// <summary>The watcher of a row among those of a metric.</summary>
    internal static Subscription Read(TableEntity row, MetricId metric, Direction direction)
    {
        var (target, level) = TableKeys.WatchedBy(row.RowKey);
        return new Subscription(
            SubscriberId.Parse(row.GetString("subscriber")),
            new RuleLevel(target, metric, direction, level),
            row.GetString("rule"),
            TermColumns.Read(row)
        );
    }
}
