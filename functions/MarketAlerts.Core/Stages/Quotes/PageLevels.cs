using System.Collections.Concurrent;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Quotes;

/// <summary>The level indexes of pages, made anew only when somebody's rules, the baskets or the page's symbols changed.</summary>
/// <param name="market">Where the levels are.</param>
public sealed class PageLevels(IMarketStore market)
{
    private readonly ConcurrentDictionary<string, (long Levels, long Catalog, int Symbols, LevelIndex Index)> _indexes = new();

    /// <summary>The index of a page as its state and the catalog know it.</summary>
    public async Task<LevelIndex> OfAsync(MarketPage page, Catalog catalog, CancellationToken cancellationToken)
    {
        var symbols = page.Columns.Symbols;
        if (
            _indexes.TryGetValue(page.Name, out var known)
            && (known.Levels, known.Catalog, known.Symbols) == (page.LevelsVersion, catalog.Version, symbols.Count)
        )
        {
            return known.Index;
        }

        var index = LevelIndex.Build(
            symbols,
            await market.LoadLevelsAsync(page.Name, cancellationToken),
            catalog,
            page.Name,
            StandingLevels.OfSymbol
        );
        _indexes[page.Name] = (page.LevelsVersion, catalog.Version, symbols.Count, index);
        return index;
    }
}
