using Azure.Data.Tables;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The catalog in the <c>Catalog</c> table: partition <c>basket</c> and partition <c>symbol</c>.</summary>
public sealed class TableCatalogStore(TableSet tables) : ICatalogStore
{
    private const string BasketKind = "basket";
    private const string SymbolKind = "symbol";
    private const int RowsPerTransaction = 100;

    /// <inheritdoc/>
    public async Task<Catalog> LoadAsync(CancellationToken cancellationToken)
    {
        var table = await tables.Catalog;
        var baskets = new List<Basket>();
        var pages = new Dictionary<Symbol, string>();
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            if (row.PartitionKey is SymbolKind)
            {
                pages[Symbol.Parse(row.RowKey)] = row.GetString("page");
            }
            else if (row.PartitionKey is BasketKind)
            {
                baskets.Add(BasketOf(row));
            }
        }

        return new Catalog(baskets, pages);
    }

    /// <inheritdoc/>
    public async Task SaveAsync(Catalog catalog, CancellationToken cancellationToken)
    {
        var table = await tables.Catalog;
        var symbols = catalog.Pages.Select(pair => new TableEntity(SymbolKind, pair.Key.Text) { ["page"] = pair.Value });
        var baskets = catalog.Baskets.Values.Select(basket => new TableEntity(BasketKind, basket.Name)
        {
            ["members"] = string.Join(' ', basket.Members),
            ["within"] = basket.Within,
            ["benchmark"] = basket.Benchmark?.Text,
        });
        foreach (var chunk in symbols.Chunk(RowsPerTransaction).Concat(baskets.Chunk(RowsPerTransaction)))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
        }
    }

    private static Basket BasketOf(TableEntity row)
    {
        var members = row.GetString("members").Split(' ').Select(Symbol.Parse);
        Symbol? benchmark = row.GetString("benchmark") is { } text ? Symbol.Parse(text) : null;
        return new Basket(row.RowKey, [.. members], row.GetString("within"), benchmark);
    }
}
