using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Registration;

/// <summary>
/// Asks detection for the levels of rules and gives them back. The levels and the version inside a page's state are one transaction: a poll
/// in flight loses, and detects again with the new levels. A rule costs one write a page, whatever the number of rules.
/// </summary>
public sealed class LevelRegistration(
    IMarketStore market,
    ISubscriptionStore subscriptions,
    WantedLevelPlan plan,
    LateRuleFinder late,
    TimeProvider time
)
{
    /// <summary>Asks for the levels of rules, also of old ones, as a basket may have grown. Only added rules can be late.</summary>
    public async Task<IReadOnlyList<RuleAnswer>> WantAsync(
        IReadOnlyList<Subscription> current,
        IReadOnlySet<Subscription> added,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var onBaskets = current.SelectMany(subscription => WantedLevelPlan.OnBaskets(subscription.RuleLevel)).ToArray();
        if (onBaskets.Length > 0)
        {
            var wanted = await market.LoadBasketLevelsAsync(cancellationToken);
            await market.SaveBasketLevelsAsync(wanted, Add(wanted, onBaskets), cancellationToken);
        }

        var onPages =
            from subscription in current
            from level in plan.OnPages(subscription.RuleLevel)
            from page in WantedLevelPlan.PagesOf(level.Target, catalog)
            group (subscription, level) by page;
        var answers = new List<RuleAnswer>();
        foreach (var page in onPages)
        {
            answers.AddRange(await WantOnPageAsync(page.Key, [.. page], added, catalog, cancellationToken));
        }

        return [.. answers.Distinct()];
    }

    /// <summary>
    /// Gives back the levels of removed rules that no other rule asks for. A basket's own levels and the thresholds of its members stay.
    /// </summary>
    public async Task ReleaseAsync(IEnumerable<Subscription> removed, Catalog catalog, CancellationToken cancellationToken)
    {
        foreach (
            var ruleLevel in removed
                .Select(subscription => subscription.RuleLevel)
                .Where(ruleLevel => !ruleLevel.Target.IsBasket && plan.OnPages(ruleLevel).Any())
        )
        {
            var level = ruleLevel.Level.Units;
            var others = await subscriptions.FindAsync(
                [new(ruleLevel.Target, ruleLevel.Metric, ruleLevel.Direction, new(level, level + 1))],
                catalog,
                cancellationToken
            );
            if (others[0].Count > 0 || IsThresholdOfBasket(ruleLevel, catalog))
            {
                continue;
            }

            foreach (var page in WantedLevelPlan.PagesOf(ruleLevel.Target, catalog))
            {
                await ReleaseOnPageAsync(page, ruleLevel, cancellationToken);
            }
        }
    }

    private bool IsThresholdOfBasket(RuleLevel ruleLevel, Catalog catalog) =>
        ruleLevel.Target.Kind is TargetKind.AnyIn
        && catalog.Baskets.ContainsKey(ruleLevel.Target.Name)
        && plan.OnPages(ruleLevel with { Target = Target.OfBasket(ruleLevel.Target.Name) }).Contains(ruleLevel);

    private Task<IReadOnlyList<RuleAnswer>> WantOnPageAsync(
        string name,
        IReadOnlyList<(Subscription Subscription, RuleLevel RuleLevel)> wanting,
        IReadOnlySet<Subscription> added,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        return OptimisticWrite.RunAsync(
            WantOnceAsync,
            $"Page {name} kept changing while rules were added; enter them again.",
            cancellationToken
        );

        async Task<(bool IsSaved, IReadOnlyList<RuleAnswer> Answers)> WantOnceAsync()
        {
            var page = await market.LoadPageAsync(name, cancellationToken) ?? new MarketPage(name);
            page.Include(catalog.SymbolsOn(name));
            var wanted = await market.LoadLevelsAsync(name, cancellationToken);
            var changed = Add(wanted, wanting.Select(pair => pair.RuleLevel));
            var answers = AddLateRules(
                page,
                wanting.Where(pair => added.Contains(pair.Subscription)).Select(pair => pair.Subscription),
                catalog
            );
            var isNothing = changed.Count is 0 && answers.Count is 0;
            return (isNothing || await market.SaveLevelsAsync(page, wanted, changed, cancellationToken), answers);
        }
    }

    private Task ReleaseOnPageAsync(string name, RuleLevel ruleLevel, CancellationToken cancellationToken) =>
        OptimisticWrite.RunAsync(
            async () =>
            {
                var wanted = await market.LoadLevelsAsync(name, cancellationToken);
                return !wanted.Remove(ruleLevel.Target, ruleLevel.Metric, ruleLevel.Direction, ruleLevel.Level.Units)
                    || await market.LoadPageAsync(name, cancellationToken) is not { } page
                    || await market.SaveLevelsAsync(page, wanted, [ruleLevel.Target], cancellationToken);
            },
            $"Page {name} kept changing while rules were removed; enter them again.",
            cancellationToken
        );

    /// <summary>Only a rule's own level can be late: the thresholds of a basket's members belong to nobody.</summary>
    private List<RuleAnswer> AddLateRules(MarketPage page, IEnumerable<Subscription> added, Catalog catalog)
    {
        var today = MarketCalendar.DateOf(time.GetUtcNow());
        var answers = new List<RuleAnswer>();
        foreach (var subscription in added.Where(subscription => !subscription.RuleLevel.Target.IsBasket).Distinct())
        {
            var states = WantedLevelPlan.SymbolsOf(subscription.RuleLevel.Target, catalog).Select(page.Find).OfType<SymbolState>();
            foreach (var state in states)
            {
                if (late.Find(subscription.RuleLevel, state, today, subscription.Subscriber, subscription.Rule) is { } found)
                {
                    page.LateRules.Add(found.Rule);
                    answers.Add(new RuleAnswer(subscription.Rule, found.Answer));
                }
            }
        }

        return answers;
    }

    /// <summary>Adds the levels; returns the targets that had not all of them.</summary>
    private static HashSet<Target> Add(WantedLevels wanted, IEnumerable<RuleLevel> watches)
    {
        var changed = new HashSet<Target>();
        foreach (var ruleLevel in watches)
        {
            if (wanted.Add(ruleLevel.Target, ruleLevel.Metric, ruleLevel.Direction, ruleLevel.Level.Units))
            {
                changed.Add(ruleLevel.Target);
            }
        }

        return changed;
    }
}
