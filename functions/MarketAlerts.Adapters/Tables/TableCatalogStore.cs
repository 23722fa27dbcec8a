using Azure.Data.Tables;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// The catalog in the <c>Catalog</c> table: partitions <c>basket</c>, <c>symbol</c> and <c>extended</c>, and one row with the version, written last, by which
/// an instance knows whether the catalog it keeps in memory is still the newest.
/// </summary>
public sealed class TableCatalogStore(TableSet tables) : ICatalogStore
{
    private const string BasketKind = "basket";
    private const string SymbolKind = "symbol";
    private const string ExtendedKind = "extended";
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
        var symbols = catalog.Pages.Select(pair => new TableEntity(SymbolKind, pair.Key.Text) { ["page"] = pair.Value });
        var extended = catalog.ExtendedPages.Select(page => new TableEntity(ExtendedKind, page));
        foreach (var chunk in symbols.Chunk(RowsPerTransaction)
            .Concat(catalog.Baskets.Values.Select(RowOf).Chunk(RowsPerTransaction))
            .Concat(extended.Chunk(RowsPerTransaction)))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
        }

        var version = await ReadVersionAsync(table, cancellationToken) + 1;
        await table.UpsertEntityAsync(new TableEntity(VersionKind, VersionKind) { ["version"] = version }, TableUpdateMode.Replace, cancellationToken);
    }

    private static async Task<long> ReadVersionAsync(TableClient table, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(VersionKind, VersionKind, null, cancellationToken);
        return row.HasValue ? row.Value!.GetInt64("version") ?? 0 : 0;
    }

    private static async Task<Catalog> ReadAsync(TableClient table, long version, CancellationToken cancellationToken)
    {
        var baskets = new List<Basket>();
        var pages = new Dictionary<Symbol, string>();
        var extended = new HashSet<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            switch (row.PartitionKey)
            {
                case SymbolKind:
                    pages[Symbol.Parse(row.RowKey)] = row.GetString("page");
                    break;
                case BasketKind:
                    baskets.Add(BasketOf(row));
                    break;
                case ExtendedKind:
                    extended.Add(row.RowKey);
                    break;
            }
        }

        return new Catalog(baskets, pages, extended, version);
    }

    private static Basket BasketOf(TableEntity row) => new(
        row.RowKey,
        [.. row.GetString("members").Split(' ').Select(Symbol.Parse)],
        row.GetString("within"),
        row.GetString("benchmark") is { } benchmark ? Symbol.Parse(benchmark) : null);

    private static TableEntity RowOf(Basket basket) => new(BasketKind, basket.Name)
    {
        ["members"] = string.Join(' ', basket.Members),
        ["within"] = basket.Within,
        ["benchmark"] = basket.Benchmark?.Text,
    };
}
