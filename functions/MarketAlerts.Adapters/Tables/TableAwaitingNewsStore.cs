using Azure.Data.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The rules that wait for their news, in the <c>Subscriptions</c> table.</summary>
public sealed class TableAwaitingNewsStore(TableSet tables) : IAwaitingNewsStore
{
    /// <inheritdoc/>
    public async Task AddAsync(AwaitingNews awaiting, CancellationToken cancellationToken)
    {
        var table = await tables.Subscriptions;
        var row = new TableEntity(TableKeys.AwaitingOf(awaiting.News), TableKeys.AwaitingOf(awaiting));
        row.SetDocument(awaiting);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AwaitingNews>> FindAsync(Target news, DateOnly session, CancellationToken cancellationToken)
    {
        var table = await tables.Subscriptions;
        var prefix = TableKeys.AwaitingIn(session);
        var waiting = new List<AwaitingNews>();
        await foreach (var row in table.QueryRangeAsync(TableKeys.AwaitingOf(news), prefix, TableKeys.After(prefix), cancellationToken))
        {
            waiting.Add(row.GetDocument<AwaitingNews>());
        }

        return waiting;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AwaitingNews>> FindAsync(SubscriberId subscriber, CancellationToken cancellationToken)
    {
        var table = await tables.Subscriptions;
        var all = TableClient.CreateQueryFilter(
            $"PartitionKey ge {TableKeys.AwaitingPrefix} and PartitionKey lt {TableKeys.After(TableKeys.AwaitingPrefix)}"
        );
        return await table
            .QueryAsync<TableEntity>(all, cancellationToken: cancellationToken)
            .Where(row => TableKeys.IsAwaitedBy(row.RowKey, subscriber))
            .Select(row => row.GetDocument<AwaitingNews>())
            .ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(AwaitingNews awaiting, CancellationToken cancellationToken)
    {
        var table = await tables.Subscriptions;
        await table.DeleteEntityAsync(
            TableKeys.AwaitingOf(awaiting.News),
            TableKeys.AwaitingOf(awaiting),
            cancellationToken: cancellationToken
        );
    }
}
