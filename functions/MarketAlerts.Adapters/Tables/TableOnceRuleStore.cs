using Azure.Data.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The one message that each <c>once</c> rule of a subscriber fires for.</summary>
public sealed class TableOnceRuleStore(SubscriberTable subscribers) : IOnceRuleStore
{
    /// <inheritdoc/>
    public async Task<bool> ClaimOnceAsync(SubscriberId subscriber, Rule rule, string messageId, CancellationToken cancellationToken)
    {
        var table = await subscribers.OpenAsync(cancellationToken);
        var row = new TableEntity(subscribers.BucketOf(subscriber), TableKeys.OnceOf(subscriber, rule))
        {
            ["rule"] = rule.Text,
            ["message"] = messageId,
        };
        if (await table.TryWriteAsync(row, null, cancellationToken) is not null)
        {
            return true;
        }

        var claim = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, ["message"], cancellationToken);
        return claim.HasValue && claim.Value!.GetString("message") == messageId;
    }

    /// <inheritdoc/>
    public async Task ReleaseOnceAsync(SubscriberId subscriber, IReadOnlyList<Rule> rules, CancellationToken cancellationToken)
    {
        var table = await subscribers.OpenAsync(cancellationToken);
        foreach (var rule in rules)
        {
            var key = TableKeys.OnceOf(subscriber, rule);
            await table.DeleteEntityAsync(subscribers.BucketOf(subscriber), key, cancellationToken: cancellationToken);
        }
    }
}
