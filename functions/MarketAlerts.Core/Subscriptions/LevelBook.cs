using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>
/// Asks detection for the levels of rules and gives them back. The levels and the version inside a page's state are one transaction: a poll in flight loses, and
/// detects again with the new levels. A rule costs one write a page, whatever the number of rules.
/// </summary>
public sealed class LevelBook(IMarketStore market, IWatcherStore watchers, WantedLevelPlan plan, LateRuleFinder late, TimeProvider time)
{
    private const int Attempts = 10;

    /// <summary>Asks for the levels of rules, also of old ones, as a basket may have grown. Only added rules can be late.</summary>
    public async Task<IReadOnlyList<RuleAnswer>> WantAsync(
        IReadOnlyList<Watcher> current,
        IReadOnlySet<Watcher> added,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var onBaskets = current.SelectMany(watcher => WantedLevelPlan.OnBaskets(watcher.Watch)).ToArray();
        if (onBaskets.Length > 0)
        {
            var wanted = await market.LoadBasketLevelsAsync(cancellationToken);
            await market.SaveBasketLevelsAsync(wanted, Add(wanted, onBaskets), cancellationToken);
        }

        var onPages =
            from watcher in current
            from watch in plan.OnPages(watcher.Watch)
            from page in WantedLevelPlan.PagesOf(watch.Target, catalog)
            group (watcher, watch) by page;
        var answers = new List<RuleAnswer>();
        foreach (var page in onPages)
        {
            answers.AddRange(await WantOnPageAsync(page.Key, [.. page], added, catalog, cancellationToken));
        }

        return [.. answers.Distinct()];
    }

    /// <summary>Gives back the levels of removed rules that no other rule asks for. A basket's own levels and the bars of its members stay.</summary>
    public async Task ReleaseAsync(IEnumerable<Watcher> removed, Catalog catalog, CancellationToken cancellationToken)
    {
        foreach (var watch in removed.Select(watcher => watcher.Watch).Where(watch => !watch.Target.IsBasket && plan.OnPages(watch).Any()))
        {
            var level = watch.Level.Units;
            var others = await watchers.FindAsync(
                [new(watch.Target, watch.Metric, watch.Direction, new(level, level + 1))],
                catalog,
                cancellationToken
            );
            if (others[0].Count > 0 || IsBarOfBasket(watch, catalog))
            {
                continue;
            }

            foreach (var page in WantedLevelPlan.PagesOf(watch.Target, catalog))
            {
                await ReleaseOnPageAsync(page, watch, cancellationToken);
            }
        }
    }

    private bool IsBarOfBasket(Watch watch, Catalog catalog) =>
        watch.Target.Kind is 'a'
        && catalog.Baskets.ContainsKey(watch.Target.Name)
        && plan.OnPages(watch with { Target = Target.OfBasket(watch.Target.Name) }).Contains(watch);

    private async Task<IReadOnlyList<RuleAnswer>> WantOnPageAsync(
        string name,
        IReadOnlyList<(Watcher Watcher, Watch Watch)> wanting,
        IReadOnlySet<Watcher> added,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var page = await market.LoadPageAsync(name, cancellationToken) ?? new MarketPage(name);
            page.Include(catalog.SymbolsOn(name));
            var wanted = await market.LoadLevelsAsync(name, cancellationToken);
            var changed = Add(wanted, wanting.Select(pair => pair.Watch));
            var answers = AddLateRules(page, wanting.Where(pair => added.Contains(pair.Watcher)).Select(pair => pair.Watcher), catalog);
            if ((changed.Count is 0 && answers.Count is 0) || await market.SaveLevelsAsync(page, wanted, changed, cancellationToken))
            {
                return answers;
            }
        }

        throw new InvalidOperationException($"Page {name} kept changing while rules were added; enter them again.");
    }

    private async Task ReleaseOnPageAsync(string name, Watch watch, CancellationToken cancellationToken)
    {
        var kept = WantedLevelPlan.NameOf(watch.Target);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var wanted = await market.LoadLevelsAsync(name, cancellationToken);
            if (
                !wanted.Remove(kept, watch.Metric, watch.Direction, watch.Level.Units)
                || await market.LoadPageAsync(name, cancellationToken) is not { } page
                || await market.SaveLevelsAsync(page, wanted, [kept], cancellationToken)
            )
            {
                return;
            }
        }

        throw new InvalidOperationException($"Page {name} kept changing while rules were removed; enter them again.");
    }

    /// <summary>Only a rule's own level can be late: the bars of a basket's members belong to nobody.</summary>
    private List<RuleAnswer> AddLateRules(MarketPage page, IEnumerable<Watcher> added, Catalog catalog)
    {
        var today = MarketCalendar.DateOf(time.GetUtcNow());
        var answers = new List<RuleAnswer>();
        foreach (var watcher in added.Where(watcher => !watcher.Watch.Target.IsBasket).Distinct())
        {
            var states = WantedLevelPlan.SymbolsOf(watcher.Watch.Target, catalog).Select(page.Find).OfType<SymbolState>();
            foreach (var state in states)
            {
                if (late.Find(watcher.Watch, state, today, watcher.Subscriber, watcher.Rule) is { } found)
                {
                    page.LateRules.Add(found.Rule);
                    answers.Add(new RuleAnswer(watcher.Rule, found.Answer));
                }
            }
        }

        return answers;
    }

    /// <summary>Adds the levels; returns the names that had not all of them.</summary>
    private static HashSet<string> Add(WantedLevels wanted, IEnumerable<Watch> watches)
    {
        var changed = new HashSet<string>();
        foreach (var watch in watches)
        {
            var name = WantedLevelPlan.NameOf(watch.Target);
            if (wanted.Add(name, watch.Metric, watch.Direction, watch.Level.Units))
            {
                changed.Add(name);
            }
        }

        return changed;
    }
}
