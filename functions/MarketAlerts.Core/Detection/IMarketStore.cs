using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// The state of the market: pages of symbols, baskets, and the levels anyone asked for. Everything is saved against the version it was read
/// at.
/// </summary>
public interface IMarketStore
{
    /// <summary>A page, or null before it was first saved.</summary>
    Task<MarketPage?> LoadPageAsync(string page, CancellationToken cancellationToken);

    /// <summary>Saves state, pending crossings and the poll's verdicts in one write; false when somebody else saved first.</summary>
    Task<bool> SavePageAsync(MarketPage page, IReadOnlyList<Verdict> verdicts, CancellationToken cancellationToken);

    /// <summary>The wanted levels of a page.</summary>
    Task<WantedLevels> LoadLevelsAsync(string page, CancellationToken cancellationToken);

    /// <summary>
    /// Saves the levels of the targets that changed and the page that knows their version in one transaction; false when somebody else
    /// saved the page first.
    /// </summary>
    Task<bool> SaveLevelsAsync(
        MarketPage page,
        WantedLevels levels,
        IReadOnlyCollection<Target> changed,
        CancellationToken cancellationToken
    );

    /// <summary>The wanted levels of all baskets.</summary>
    Task<WantedLevels> LoadBasketLevelsAsync(CancellationToken cancellationToken);

    /// <summary>Saves the wanted levels of the baskets that changed.</summary>
    Task SaveBasketLevelsAsync(WantedLevels levels, IReadOnlyCollection<Target> changed, CancellationToken cancellationToken);

    /// <summary>The states of all baskets that were ever saved, by name.</summary>
    Task<IReadOnlyDictionary<string, BasketState>> LoadBasketsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Saves up to 100 baskets' states with their pending events in one write; false, and nothing saved, when somebody else saved any of
    /// them first.
    /// </summary>
    Task<bool> SaveBasketsAsync(IReadOnlyList<BasketState> states, CancellationToken cancellationToken);

    /// <summary>The verdicts worth a record, in order of time.</summary>
    IAsyncEnumerable<Verdict> ReadVerdictsAsync(string page, CancellationToken cancellationToken);
}
