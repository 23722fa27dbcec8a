using System.Runtime.CompilerServices;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Adapters.Tables.SubscriberRows;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The ledger: what was decided about what, with its reason. What is decided writes its lines in its own transaction.</summary>
public sealed class TableLedgerStore(SubscriberTable subscribers) : ILedgerStore
{
    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(CancellationToken cancellationToken) =>
        ReadAsync(buckets => buckets.All, TableKeys.LedgerPrefix, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        ReadAsync(buckets => [buckets.BucketOf(subscriber)], TableKeys.LedgerOf(subscriber), cancellationToken);

    private async IAsyncEnumerable<LedgerEntry> ReadAsync(
        Func<SubscriberBuckets, IReadOnlyList<string>> where,
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var bucket in where(await subscribers.BucketsAsync(cancellationToken)))
        {
            await foreach (var row in subscribers.ReadAsync(bucket, prefix, cancellationToken))
            {
                yield return Ledger(row);
            }
        }
    }
}
