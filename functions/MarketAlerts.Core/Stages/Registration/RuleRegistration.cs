using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Registration;

/// <summary>
/// Enters what people ask for: catalog, levels, subscriptions, profiles. The profile is written last, so a crash in between is repaired by
/// entering the same again; entering what is already there changes nothing.
/// </summary>
public sealed class RuleRegistration(
    ICatalogStore catalogs,
    ISubscriptionStore subscriptions,
    IProfileStore profiles,
    IOnceRuleStore onces,
    LevelRegistration levels,
    TimeProvider time
)
{
    /// <summary>Enters a whole watch file; returns what the subscribers of new rules hear.</summary>
    public async Task<IReadOnlyList<RuleAnswer>> EnterAsync(WatchFile file, CancellationToken cancellationToken)
    {
        var catalog = Planned(await catalogs.LoadAsync(cancellationToken), file);
        await catalogs.SaveAsync(catalog, cancellationToken);
        var answers = new List<RuleAnswer>();
        foreach (var subscriber in file.Subscribers)
        {
            answers.AddRange(await EnterAsync(subscriber, catalog, cancellationToken));
        }

        return answers;
    }

    /// <summary>
    /// Puts one rule in the place of another; returns what its subscriber hears, or null when they have neither. The profile is written
    /// before the old rows go: after a crash both rules are watched rather than none, until the same is asked for again.
    /// </summary>
    public async Task<IReadOnlyList<RuleAnswer>?> ReplaceAsync(
        SubscriberId subscriber,
        Rule old,
        Rule replacement,
        CancellationToken cancellationToken
    )
    {
        var catalog = await catalogs.LoadAsync(cancellationToken);
        return await OptimisticWrite.RunAsync(
            ReplaceOnceAsync,
            "A profile kept changing while one of its rules was replaced.",
            cancellationToken
        );

        async Task<(bool IsSaved, IReadOnlyList<RuleAnswer>? Answers)> ReplaceOnceAsync()
        {
            var before = await profiles.LoadProfileAsync(subscriber, cancellationToken);
            if (before?.Rules.Contains(old) is not true)
            {
                // Somebody else was faster: only what the profile says is watched.
                var isReplaced = before?.Rules.Contains(replacement) is true;
                await RemoveAsync(subscriber, isReplaced ? [old] : [old, replacement], catalog, cancellationToken);
                return (true, isReplaced ? [] : null);
            }

            var entered = PriceRuleScaling.Replace(before, old, replacement, time.GetUtcNow());
            var answers = await AddAsync(before, entered, catalog, cancellationToken);
            if (!await profiles.SaveProfileAsync(entered, cancellationToken))
            {
                return (false, null);
            }

            await RemoveAsync(subscriber, [old], catalog, cancellationToken);
            return (true, answers);
        }
    }

    /// <summary>How many rows of a profile's rules there are.</summary>
    public async Task<int> CountWatchedAsync(Subscriber profile, CancellationToken cancellationToken) =>
        await CountAsync(profile, await catalogs.LoadAsync(cancellationToken), cancellationToken);

    /// <summary>
    /// Watches none of a profile's rules any longer, and gives their levels back; returns how many rows that were. The profile stays as it
    /// is.
    /// </summary>
    public async Task<int> WithdrawAsync(Subscriber profile, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.LoadAsync(cancellationToken);
        var count = await CountAsync(profile, catalog, cancellationToken);
        await RemoveAsync(profile.Id, profile.Rules, catalog, cancellationToken);
        return count;
    }

    /// <summary>What is watched once a file is entered: what is known, and what the file adds or has otherwise.</summary>
    internal static Catalog Planned(Catalog known, WatchFile file)
    {
        var baskets = known
            .Baskets.Values.Where(basket => file.Baskets.All(newer => newer.Name != basket.Name))
            .Concat(file.Baskets)
            .ToArray();
        var planned = new Catalog(baskets, PagePlan.Assign(known.Pages, file.Baskets, file.Symbols));
        return new Catalog(baskets, planned.Pages, known.ExtendedPages.Concat(ExtendedPages(file, planned)).ToHashSet())
        {
            Feeds = known.Feeds.Values.Concat(file.Feeds).GroupBy(feed => feed.Name).ToDictionary(same => same.Key, same => same.Last()),
            News = known
                .News.Values.Concat(NewsOf(file, planned))
                .GroupBy(news => news.Target)
                .ToDictionary(same => same.Key, same => same.First()),
            Aliases = [.. known.Aliases.Union(file.Aliases)],
        };
    }

    /// <summary>The rows of a rule of a subscriber; none of a rule on something that is not watched.</summary>
    internal static IEnumerable<Subscription> Compile(SubscriberId subscriber, Rule rule, Catalog catalog) =>
        rule.Levels.Where(ruleLevel => catalog.Knows(ruleLevel.Target)).Select(ruleLevel => new Subscription(subscriber, ruleLevel, rule));

    private async Task<int> CountAsync(Subscriber profile, Catalog catalog, CancellationToken cancellationToken)
    {
        var own = profile.Rules.SelectMany(rule => Compile(profile.Id, rule, catalog)).ToHashSet();
        var ranges = own.Select(subscription => subscription.RuleLevel)
            .Distinct()
            .Select(ruleLevel => new CrossedRange(
                ruleLevel.Target,
                ruleLevel.Metric,
                ruleLevel.Direction,
                new(ruleLevel.Level.Units, ruleLevel.Level.Units + 1)
            ));
        return (await subscriptions.FindAsync([.. ranges], catalog, cancellationToken)).SelectMany(found => found).Count(own.Contains);
    }

    private Task<IReadOnlyList<RuleAnswer>> EnterAsync(Subscriber subscriber, Catalog catalog, CancellationToken cancellationToken)
    {
        return OptimisticWrite.RunAsync(
            EnterOnceAsync,
            "A profile kept changing while its rules were entered; enter them again.",
            cancellationToken
        );

        async Task<(bool IsSaved, IReadOnlyList<RuleAnswer> Answers)> EnterOnceAsync()
        {
            var before = await profiles.LoadProfileAsync(subscriber.Id, cancellationToken);
            var now = time.GetUtcNow();
            var entered = PriceRuleScaling.Enter(ReenteredProfile.Merge(subscriber, before, now), before, now);
            var answers = await EnterAsync(before, entered, catalog, cancellationToken);
            var rescaled = entered
                .PriceRules!.Where(known => known.Entered is not null)
                .Select(known => new RuleAnswer(known.Entered!, $"rescaled after a split: now {known.Rule}"));
            return (await profiles.SaveProfileAsync(entered, cancellationToken), [.. answers, .. rescaled]);
        }
    }

    private async Task<IReadOnlyList<RuleAnswer>> EnterAsync(
        Subscriber? before,
        Subscriber entered,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var answers = await AddAsync(before, entered, catalog, cancellationToken);
        await RemoveAsync(entered.Id, (before?.Rules ?? []).Except(entered.Rules), catalog, cancellationToken);
        return answers;
    }

    /// <summary>Watches the rules of a profile, and asks for their levels; those that are new may be late.</summary>
    private async Task<IReadOnlyList<RuleAnswer>> AddAsync(
        Subscriber? before,
        Subscriber entered,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var current = entered.Rules.SelectMany(rule => Compile(entered.Id, rule, catalog)).ToArray();
        var added = current.Where(subscription => before?.Rules.Contains(subscription.Rule) is not true).ToArray();
        var once = added.Where(subscription => subscription.Terms.Once).Select(subscription => subscription.Rule).Distinct();
        await onces.ReleaseOnceAsync(entered.Id, [.. once], cancellationToken);
        foreach (var subscription in added)
        {
            await subscriptions.AddAsync(subscription, catalog, cancellationToken);
        }

        return await levels.WantAsync(current, added.ToHashSet(), catalog, cancellationToken);
    }

    /// <summary>Watches rules no longer, and gives their levels back.</summary>
    private async Task RemoveAsync(SubscriberId subscriber, IEnumerable<Rule> rules, Catalog catalog, CancellationToken cancellationToken)
    {
        var removed = rules.SelectMany(rule => Compile(subscriber, rule, catalog)).ToArray();
        foreach (var subscription in removed)
        {
            await subscriptions.RemoveAsync(subscription, catalog, cancellationToken);
        }

        await levels.ReleaseAsync(removed, catalog, cancellationToken);
    }

    /// <summary>The pages of which a rule asks for quotes before the open or after the close.</summary>
    private static IEnumerable<string> ExtendedPages(WatchFile file, Catalog catalog) =>
        from subscriber in file.Subscribers
        from rule in subscriber.Rules
        from subscription in Compile(subscriber.Id, rule, catalog)
        where SymbolMetrics.Find(subscription.RuleLevel.Metric) is { Part: not SessionPart.Regular }
        from page in WantedLevelPlan.PagesOf(subscription.RuleLevel.Target, catalog)
        select page;

    /// <summary>The news that rules are about or ask for as well.</summary>
    private static IEnumerable<NewsCondition> NewsOf(WatchFile file, Catalog catalog) =>
        from subscriber in file.Subscribers
        from rule in subscriber.Rules
        where rule.Levels.Any(ruleLevel => catalog.Knows(ruleLevel.Target))
        from news in (NewsCondition?[])[rule.Terms.News, rule.Terms.AndNews]
        where news is not null
        select news;
}
