using Azure.Data.Tables;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tables;

/// <summary>A subscription as a row, and back.</summary>
internal static class SubscriptionRow
{
    /// <summary>The row of a subscription.</summary>
    public static TableEntity Write(Subscription subscription, Catalog catalog)
    {
        var ruleLevel = subscription.RuleLevel;
        var row = new TableEntity(
            TableKeys.SubscriptionsOf(catalog.SectionOf(ruleLevel.Target), ruleLevel.Metric, ruleLevel.Direction),
            TableKeys.SubscriptionOf(subscription)
        )
        {
            ["subscriber"] = subscription.Subscriber.Text,
            ["rule"] = subscription.Rule.Text,
        };
        return row;
    }

    /// <summary>The subscription of a row among those of a metric.</summary>
    internal static Subscription Read(TableEntity row, MetricId metric, Direction direction)
    {
        var (target, level) = TableKeys.WatchedBy(row.RowKey);
        return new Subscription(
            SubscriberId.Parse(row.GetString("subscriber")),
            new RuleLevel(target, metric, direction, level),
            Rule.FromText(row.GetString("rule"))
        );
    }
}
