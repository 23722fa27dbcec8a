using System.Globalization;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Universe;

/// <summary>
/// Assigns symbols to pages: basket by basket, each with its benchmark, so that a stock's peers are at hand when it jumps; who has a page
/// keeps it.
/// </summary>
internal static class PagePlan
{
    /// <summary>Symbols a page holds.</summary>
    public const int SymbolsPerPage = 500;

    /// <summary>The pages of all symbols.</summary>
    public static IReadOnlyDictionary<Symbol, string> Assign(
        IReadOnlyDictionary<Symbol, string> existing,
        IEnumerable<Basket> baskets,
        IEnumerable<Symbol> others
    )
    {
        var pages = new Dictionary<Symbol, string>(existing);
        var filled = pages.Values.GroupBy(page => page).ToDictionary(group => group.Key, group => group.Count());
        foreach (var symbol in baskets.SelectMany(SymbolsOf).Concat(others.Order()))
        {
            if (!pages.ContainsKey(symbol))
            {
                var page = FirstWithRoom(filled);
                pages[symbol] = page;
                filled[page] = filled.GetValueOrDefault(page) + 1;
            }
        }

        return pages;
    }

    private static IEnumerable<Symbol> SymbolsOf(Basket basket) =>
        basket.Benchmark is { } benchmark ? basket.Members.Append(benchmark) : basket.Members;

    private static string FirstWithRoom(Dictionary<string, int> filled)
    {
        for (var number = 0; ; number++)
        {
            var page = string.Create(CultureInfo.InvariantCulture, $"p{number:D4}");
            if (filled.GetValueOrDefault(page) < SymbolsPerPage)
            {
                return page;
            }
        }
    }
}
