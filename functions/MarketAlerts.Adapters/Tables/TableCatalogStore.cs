using Azure.Data.Tables;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// The catalog in the <c>Catalog</c> table: a partition a kind, and one row with the version, written last, by which
/// an instance knows whether the catalog it keeps in memory is still the newest.
/// </summary>
public sealed class TableCatalogStore(TableSet tables) : ICatalogStore
{
    private const string VersionKind = "version";
    private const int RowsPerTransaction = 100;
    private Catalog? _newest;

    /// <inheritdoc/>
    public Task<Catalog> LoadAsync(CancellationToken cancellationToken) => LoadAsync(null, cancellationToken);

    /// <inheritdoc/>
    public async Task<Catalog> LoadAsync(long? version, CancellationToken cancellationToken)
    {
        if (_newest is { } known && known.Version >= version)
        {
            return known;
        }

        var table = await tables.Catalog;
        var stored = await ReadVersionAsync(table, cancellationToken);
        return _newest is { } newest && newest.Version == stored ? newest : _newest = await ReadAsync(table, stored, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SaveAsync(Catalog catalog, CancellationToken cancellationToken)
    {
        var table = await tables.Catalog;
        foreach (var chunk in CatalogRows.Write(catalog).SelectMany(rows => rows.Chunk(RowsPerTransaction)))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                cancellationToken
            );
        }

        var version = await ReadVersionAsync(table, cancellationToken) + 1;
        await table.UpsertEntityAsync(
            new TableEntity(VersionKind, VersionKind) { ["version"] = version },
            TableUpdateMode.Replace,
            cancellationToken
        );
    }

    private static async Task<long> ReadVersionAsync(TableClient table, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(VersionKind, VersionKind, null, cancellationToken);
        return row.HasValue ? row.Value!.GetInt64("version") ?? 0 : 0;
    }

    private static async Task<Catalog> ReadAsync(TableClient table, long version, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        var of = rows.ToLookup(row => row.PartitionKey);
        return new Catalog(
            of[CatalogRows.Basket].Select(CatalogRows.BasketOf),
            of[CatalogRows.Symbol].ToDictionary(row => Symbol.Parse(row.RowKey), row => row.GetString("page")),
            of[CatalogRows.Extended].Select(row => row.RowKey).ToHashSet(),
            version
        )
        {
            Feeds = of[CatalogRows.Feed].Select(CatalogRows.FeedOf).ToDictionary(feed => feed.Name),
            News = of[CatalogRows.News].Select(CatalogRows.NewsOf).ToDictionary(news => news.Target),
            Aliases = [.. of[CatalogRows.Alias].Select(CatalogRows.AliasOf)],
        };
    }
}
