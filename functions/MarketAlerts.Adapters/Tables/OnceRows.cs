using Azure.Data.Tables;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The one message that each <c>once</c> rule of a subscriber fires for.</summary>
internal sealed class OnceRows(TableClient table, string bucket, SubscriberId subscriber)
{
    /// <summary>Whether the rule fires for this message: it does for the first one, however often that is delivered.</summary>
    public async Task<bool> ClaimAsync(Rule rule, string messageId, CancellationToken cancellationToken)
    {
        var row = new TableEntity(bucket, TableKeys.OnceOf(subscriber, rule)) { ["rule"] = rule.Text, ["message"] = messageId };
        if (await table.TryWriteAsync(row, null, cancellationToken) is not null)
        {
            return true;
        }

        var claim = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, ["message"], cancellationToken);
        return claim.HasValue && claim.Value!.GetString("message") == messageId;
    }

    /// <summary>Lets rules fire again that were removed and entered anew.</summary>
    public async Task ReleaseAsync(IReadOnlyList<Rule> rules, CancellationToken cancellationToken)
    {
        foreach (var rule in rules)
        {
            await table.DeleteEntityAsync(bucket, TableKeys.OnceOf(subscriber, rule), cancellationToken: cancellationToken);
        }
    }
}
