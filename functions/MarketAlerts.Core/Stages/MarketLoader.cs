using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages;

/// <summary>Reads all pages of the market at once.</summary>
public sealed class MarketLoader(IMarketStore market)
{
    /// <summary>All symbols, and how late the latest of their sources says that it is.</summary>
    public async Task<(IReadOnlyDictionary<Symbol, SymbolState> Symbols, TimeSpan Delay)> ReadAsync(
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var (states, delay) = (new Dictionary<Symbol, SymbolState>(), TimeSpan.Zero);
        foreach (var name in catalog.PageNames)
        {
            var page = await market.LoadPageAsync(name, cancellationToken);
            delay = page?.DeclaredDelay > delay ? page.DeclaredDelay : delay;
            foreach (var state in page?.Symbols ?? [])
            {
                states[state.Symbol] = state;
            }
        }

        return (states, delay);
    }
}
