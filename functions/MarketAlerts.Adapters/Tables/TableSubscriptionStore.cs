using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// The subscriptions in the <c>Subscriptions</c> table: target and level lead the RowKey, so a crossing reads exactly the rules it fires.
/// Where a poll crosses much, the rules of its page are read from their start on instead (<see cref="SectionScan"/>): a request brings a
/// thousand of them.
/// </summary>
public sealed class TableSubscriptionStore(TableSet tables) : ISubscriptionStore
{
    /// <summary>As many ranges of one section are read together.</summary>
    private const int Crowd = 32;

    private const int ParallelReads = 16;

    /// <inheritdoc/>
    public async Task AddAsync(Subscription subscription, Catalog catalog, CancellationToken cancellationToken)
    {
        var table = await tables.Subscriptions;
        await table.UpsertEntityAsync(SubscriptionRow.Write(subscription, catalog), TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(Subscription subscription, Catalog catalog, CancellationToken cancellationToken)
    {
        var table = await tables.Subscriptions;
        var row = SubscriptionRow.Write(subscription, catalog);
        await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IReadOnlyList<Subscription>>> FindAsync(
        IReadOnlyList<CrossedRange> ranges,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var table = await tables.Subscriptions;
        var found = new IReadOnlyList<Subscription>[ranges.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken };
        var sections = Enumerable
            .Range(0, ranges.Count)
            .GroupBy(index =>
                TableKeys.SubscriptionsOf(catalog.SectionOf(ranges[index].Target), ranges[index].Metric, ranges[index].Direction)
            );
        var alone = new ConcurrentBag<(string Section, int Index)>();
        await Parallel.ForEachAsync(
            sections,
            parallel,
            async (section, cancelled) =>
            {
                int[] indexes = [.. section];
                foreach (
                    var index in indexes.Length < Crowd
                        ? indexes
                        : await new SectionScan(ranges, indexes, found).ReadAsync(table, section.Key, cancelled)
                )
                {
                    alone.Add((section.Key, index));
                }
            }
        );
        await Parallel.ForEachAsync(
            alone,
            parallel,
            async (next, cancelled) => found[next.Index] = await FindAsync(table, next.Section, ranges[next.Index], cancelled)
        );
        return found;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PlacedSubscription> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await tables.Subscriptions;
        var (from, before) = (TableKeys.AwaitingPrefix, TableKeys.After(TableKeys.AwaitingPrefix));
        var all = TableClient.CreateQueryFilter($"PartitionKey lt {from} or PartitionKey ge {before}");
        await foreach (var row in table.QueryAsync<TableEntity>(all, cancellationToken: cancellationToken))
        {
            var (section, metric, direction) = TableKeys.SectionIn(row.PartitionKey);
            yield return new PlacedSubscription(section, SubscriptionRow.Read(row, metric, direction));
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(PlacedSubscription subscription, CancellationToken cancellationToken)
    {
        var table = await tables.Subscriptions;
        var (section, (_, ruleLevel, _)) = subscription;
        await table.DeleteEntityAsync(
            TableKeys.SubscriptionsOf(section, ruleLevel.Metric, ruleLevel.Direction),
            TableKeys.SubscriptionOf(subscription.Subscription),
            cancellationToken: cancellationToken
        );
    }

    private static async Task<IReadOnlyList<Subscription>> FindAsync(
        TableClient table,
        string section,
        CrossedRange range,
        CancellationToken cancellationToken
    )
    {
        var target = TableKeys.SubscriptionsOf(range.Target);
        return await table
            .QueryRangeAsync(
                section,
                target + TableKeys.Level(range.Levels.From),
                target + TableKeys.Level(range.Levels.To),
                cancellationToken
            )
            .Select(row => SubscriptionRow.Read(row, range.Metric, range.Direction))
            .ToListAsync(cancellationToken);
    }
}
