using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>Makes the wanted levels of all pages and baskets those that a set of subscriptions needs, whatever is there.</summary>
public sealed class LevelRebuild(IMarketStore market, WantedLevelPlan plan)
{
    /// <summary>Makes them so; returns how many levels were missing and how many nobody needs.</summary>
    /// <param name="subscriptions">All there are.</param>
    /// <param name="catalog">What is watched.</param>
    /// <param name="dryRun">Whether it is only counted.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="InvalidOperationException">A page kept changing.</exception>
    public async Task<(int Added, int Removed)> RunAsync(
        IReadOnlyCollection<Subscription> subscriptions,
        Catalog catalog,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        var (pages, baskets) = Wanted(subscriptions, catalog);
        var stored = await market.LoadBasketLevelsAsync(cancellationToken);
        var (added, removed, changed) = Compare(stored, baskets);
        if (!dryRun && changed.Count > 0)
        {
            await market.SaveBasketLevelsAsync(baskets, changed, cancellationToken);
        }

        foreach (var page in catalog.PageNames)
        {
            var (addedHere, removedHere) = await OnPageAsync(
                page,
                pages.GetValueOrDefault(page) ?? new WantedLevels(),
                catalog,
                dryRun,
                cancellationToken
            );
            (added, removed) = (added + addedHere, removed + removedHere);
        }

        return (added, removed);
    }

    private (Dictionary<string, WantedLevels> Pages, WantedLevels Baskets) Wanted(
        IReadOnlyCollection<Subscription> subscriptions,
        Catalog catalog
    )
    {
        var (pages, baskets) = (new Dictionary<string, WantedLevels>(), new WantedLevels());
        foreach (
            var levels in subscriptions
                .Select(subscription => subscription.RuleLevel)
                .Distinct()
                .SelectMany(WantedLevelPlan.OnBaskets)
                .GroupBy(StreamOf)
        )
        {
            baskets.Add(levels.Key.Target, levels.Key.Metric, levels.Key.Direction, levels.Select(ruleLevel => ruleLevel.Level.Units));
        }

        var onPages =
            from watch in subscriptions.Select(subscription => subscription.RuleLevel).Distinct().SelectMany(plan.OnPages)
            from page in WantedLevelPlan.PagesOf(watch.Target, catalog)
            group watch.Level.Units by (page, stream: StreamOf(watch));
        foreach (var levels in onPages)
        {
            var (page, stream) = levels.Key;
            var wanted = pages.TryGetValue(page, out var known) ? known : pages[page] = new WantedLevels();
            wanted.Add(stream.Target, stream.Metric, stream.Direction, levels);
        }

        return (pages, baskets);
    }

    private static (Target Target, MetricId Metric, Direction Direction) StreamOf(RuleLevel ruleLevel) =>
        (ruleLevel.Target, ruleLevel.Metric, ruleLevel.Direction);

    private Task<(int Added, int Removed)> OnPageAsync(
        string name,
        WantedLevels wanted,
        Catalog catalog,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        return OptimisticWrite.RunAsync(
            RebuildOnceAsync,
            $"Page {name} kept changing while its levels were rebuilt; rebuild again.",
            cancellationToken
        );

        async Task<(bool IsSaved, (int Added, int Removed) Counts)> RebuildOnceAsync()
        {
            var page = await market.LoadPageAsync(name, cancellationToken) ?? new MarketPage(name);
            page.Include(catalog.SymbolsOn(name));
            var (added, removed, changed) = Compare(await market.LoadLevelsAsync(name, cancellationToken), wanted);
            var isSaved = dryRun || changed.Count is 0 || await market.SaveLevelsAsync(page, wanted, changed, cancellationToken);
            return (isSaved, (added, removed));
        }
    }

    private static (int Added, int Removed, HashSet<Target> Changed) Compare(WantedLevels stored, WantedLevels wanted)
    {
        var (added, removed, changed) = (0, 0, new HashSet<Target>());
        foreach (var target in stored.Targets.Union(wanted.Targets))
        {
            var (there, needed) = (LevelsOf(stored, target), LevelsOf(wanted, target));
            var (more, less) = (needed.Except(there).Count(), there.Except(needed).Count());
            (added, removed) = (added + more, removed + less);
            if (more + less > 0)
            {
                changed.Add(target);
            }
        }

        return (added, removed, changed);
    }

    private static HashSet<(MetricId, Direction, long)> LevelsOf(WantedLevels levels, Target target) =>
        [.. levels.LevelsOf(target).SelectMany(stream => stream.Levels.Select(level => (stream.Metric, stream.Direction, level)))];
}
