using Azure.Data.Tables;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Looks whether the number of buckets of the settings is the one that the rows were written with: with another one people would be looked for, and written, in the wrong place.</summary>
/// <param name="tables">The tables.</param>
/// <param name="recipients">Knows the buckets of the settings.</param>
public sealed class BucketCheck(TableSet tables, IRecipientStore recipients)
{
    /// <summary>What is wrong, or null. Looks at one profile a bucket.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        var count = recipients.Buckets.Count;
        var beyond = TableClient.CreateQueryFilter($"PartitionKey ge {TableKeys.Bucket(count)} and PartitionKey lt {TableKeys.After("b")}");
        await foreach (var _ in table.QueryAsync<TableEntity>(beyond, 1, [nameof(TableEntity.RowKey)], cancellationToken))
        {
            return $"The account has more than {count} buckets of recipients: set Delivery:Buckets (Delivery__Buckets) to the deployment's number.";
        }

        foreach (var bucket in recipients.Buckets)
        {
            await foreach (var row in table.QueryRangeAsync(bucket, TableKeys.ProfilePrefix, TableKeys.After(TableKeys.ProfilePrefix), cancellationToken, most: 1))
            {
                if (recipients.BucketOf(SubscriberId.Parse(row.RowKey[TableKeys.ProfilePrefix.Length..])) != bucket)
                {
                    return $"The account was not written with {count} buckets of recipients: set Delivery:Buckets (Delivery__Buckets) to the deployment's number.";
                }

                break;
            }
        }

        return null;
    }
}
