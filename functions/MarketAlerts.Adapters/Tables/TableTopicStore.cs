using Azure.Data.Tables;
using MarketAlerts.Core.News;
using MarketAlerts.Core.News.Mentions;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The counts of news in the <c>Market</c> table.</summary>
public sealed class TableTopicStore(TableSet tables) : ITopicStore
{
    /// <inheritdoc/>
    public async Task<TopicState?> LoadAsync(Target target, CancellationToken cancellationToken)
    {
        var table = await tables.Market;
        var row = await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Topics, target.ToString(), null, cancellationToken);
        return row.HasValue ? row.Value!.GetDocument<TopicState>() with { ETag = row.Value!.ETag.ToString() } : null;
    }

    /// <inheritdoc/>
    public async Task<TopicState?> SaveAsync(TopicState state, CancellationToken cancellationToken)
    {
        var table = await tables.Market;
        var row = new TableEntity(TableKeys.Topics, state.Target.ToString());
        row.SetDocument(state);
        return await table.TryWriteAsync(row, state.ETag, cancellationToken) is { } etag ? state with { ETag = etag } : null;
    }
}
