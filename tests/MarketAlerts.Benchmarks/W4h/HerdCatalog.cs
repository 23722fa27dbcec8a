using System.Globalization;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Benchmarks.W4h;

/// <summary>
/// The herd's symbols on pages of 500, without baskets. An instance keeps its catalog in memory, so it costs nothing here either.
/// </summary>
/// <param name="symbols">The symbols.</param>
internal sealed class HerdCatalog(IReadOnlyList<Symbol> symbols) : ICatalogStore
{
    /// <summary>The catalog.</summary>
    public Catalog Catalog { get; } = new([], symbols.Index().ToDictionary(pair => pair.Item, pair => PageOf(pair.Index)));

    public Task<Catalog> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(Catalog);

    public Task<Catalog> LoadAsync(long? version, CancellationToken cancellationToken) => Task.FromResult(Catalog);

    public Task SaveAsync(Catalog catalog, CancellationToken cancellationToken) => throw new NotSupportedException();

    private static string PageOf(int symbol) => string.Create(CultureInfo.InvariantCulture, $"h{symbol / MarketPlan.SymbolsPerPage:D4}");
}
