using System.Globalization;
using System.Runtime.CompilerServices;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Subscribers;

/// <summary>
/// One market in memory: every save of a page needs the version it was read at. What is loaded is a view of what was saved: levels, late
/// rules and splits are copies.
/// </summary>
internal sealed class RememberedMarket : IMarketStore
{
    /// <summary>What the guards said.</summary>
    public List<Verdict> Verdicts { get; } = [];

    /// <summary>The states of baskets.</summary>
    public List<BasketState> Baskets { get; } = [];

    private readonly Dictionary<string, (MarketPage Page, long Version, LateRule[] Late, TakenSplit[] Splits)> _pages = [];
    private readonly Dictionary<string, WantedLevels> _levels = [];
    private readonly WantedLevels _basketLevels = new();
    private long _version;

    /// <summary>Called before each save of levels: what another instance does meanwhile.</summary>
    public Action? Meanwhile { get; set; }

    /// <summary>Called before the next save of a page: what another instance does meanwhile.</summary>
    public Action? MeanwhileOnce { get; set; }

    public int LevelLoads { get; private set; }

    public int PageLoads { get; private set; }

    public int Saves { get; private set; }

    /// <summary>What the polls left.</summary>
    public MarketPage PageOf(string name) => _pages[name].Page;

    /// <summary>Puts a page there as a poll would: its version changes.</summary>
    public void Put(MarketPage page) => _pages[page.Name] = (page, ++_version, [.. page.LateRules], [.. page.Splits]);

    public Task<MarketPage?> LoadPageAsync(string page, CancellationToken cancellationToken)
    {
        PageLoads++;
        if (!_pages.TryGetValue(page, out var stored))
        {
            return Task.FromResult<MarketPage?>(null);
        }

        var loaded = new MarketPage(page, stored.Page.Columns)
        {
            ETag = stored.Version.ToString(CultureInfo.InvariantCulture),
            LevelsVersion = stored.Page.LevelsVersion,
            Poll = stored.Page.Poll,
            SeenAt = stored.Page.SeenAt,
            DeclaredDelay = stored.Page.DeclaredDelay,
            ListingEventsUntil = stored.Page.ListingEventsUntil,
            HistoryReadFor = stored.Page.HistoryReadFor,
            HistoryReadRows = stored.Page.HistoryReadRows,
        };
        loaded.LateRules.AddRange(stored.Late);
        loaded.Splits.AddRange(stored.Splits);
        loaded.HoldPriceRules();
        loaded.Pending.AddRange(stored.Page.Pending);
        return Task.FromResult<MarketPage?>(loaded);
    }

    public Task<bool> SavePageAsync(MarketPage page, IReadOnlyList<Verdict> verdicts, CancellationToken cancellationToken)
    {
        var meanwhile = MeanwhileOnce;
        MeanwhileOnce = null;
        meanwhile?.Invoke();
        var known = _pages.TryGetValue(page.Name, out var stored) ? stored.Version.ToString(CultureInfo.InvariantCulture) : null;
        if (known != page.ETag)
        {
            return Task.FromResult(false);
        }

        Saves++;
        Put(page);
        page.ETag = _version.ToString(CultureInfo.InvariantCulture);
        return Task.FromResult(true);
    }

    public Task<WantedLevels> LoadLevelsAsync(string page, CancellationToken cancellationToken)
    {
        LevelLoads++;
        return Task.FromResult(Copy(_levels.GetValueOrDefault(page) ?? new WantedLevels()));
    }

    public async Task<bool> SaveLevelsAsync(
        MarketPage page,
        WantedLevels levels,
        IReadOnlyCollection<Target> changed,
        CancellationToken cancellationToken
    )
    {
        var meanwhile = Meanwhile;
        Meanwhile = null;
        meanwhile?.Invoke();
        page.LevelsVersion++;
        if (!await SavePageAsync(page, [], cancellationToken))
        {
            return false;
        }

        _levels[page.Name] = Copy(levels);
        return true;
    }

    public Task<WantedLevels> LoadBasketLevelsAsync(CancellationToken cancellationToken) => Task.FromResult(_basketLevels);

    public Task SaveBasketLevelsAsync(WantedLevels levels, IReadOnlyCollection<Target> changed, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task<IReadOnlyDictionary<string, BasketState>> LoadBasketsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, BasketState>>(Baskets.ToDictionary(basket => basket.Name));

    public Task<bool> SaveBasketsAsync(IReadOnlyList<BasketState> states, CancellationToken cancellationToken) => Task.FromResult(true);

    public async IAsyncEnumerable<Verdict> ReadVerdictsAsync(string page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var verdict in Verdicts)
        {
            yield return verdict;
        }
    }

    private static WantedLevels Copy(WantedLevels levels)
    {
        var copy = new WantedLevels();
        foreach (var target in levels.Targets)
        {
            foreach (var (metric, direction, sorted) in levels.LevelsOf(target))
            {
                copy.Restore(target, metric, direction, sorted);
            }
        }

        return copy;
    }
}
