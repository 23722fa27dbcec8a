using Azure.Data.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tables;

/// <summary>What channels were given, in the <c>Health</c> table.</summary>
public sealed class TableQuotaStore(TableSet tables) : IQuotaStore
{
    /// <inheritdoc/>
    public async Task<QuotaWindow?> LoadAsync(ChannelKind kind, CancellationToken cancellationToken)
    {
        var table = await tables.Health;
        var row = await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Quotas, KeyOf(kind), null, cancellationToken);
        return row.HasValue ? row.Value!.GetDocument<QuotaWindow>() with { ETag = row.Value!.ETag.ToString() } : null;
    }

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(QuotaWindow window, CancellationToken cancellationToken)
    {
        var table = await tables.Health;
        var row = new TableEntity(TableKeys.Quotas, KeyOf(window.Kind));
        row.SetDocument(window);
        return await table.TryWriteAsync(row, window.ETag, cancellationToken) is not null;
    }

    private static string KeyOf(ChannelKind kind) => kind.ToString().ToLowerInvariant();
}
