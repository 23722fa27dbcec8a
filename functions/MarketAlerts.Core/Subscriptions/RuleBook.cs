using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>
/// Enters what people ask for: catalog, levels, watchers, profiles. The profile is written last, so a crash in between is repaired by entering the
/// same again; entering what is already there changes nothing.
/// </summary>
public sealed class RuleBook(
    ICatalogStore catalogs, IMarketStore market, IWatcherStore watchers, IRecipientStore recipients, WantedLevelPlan levels, LateRuleFinder late, TimeProvider time)
{
    private const int Attempts = 10;

    /// <summary>Enters a whole watch file; returns what the owners of new rules hear.</summary>
    public async Task<IReadOnlyList<RuleAnswer>> EnterAsync(WatchFile file, CancellationToken cancellationToken)
    {
        var known = await catalogs.LoadAsync(cancellationToken);
        var baskets = known.Baskets.Values.Where(basket => file.Baskets.All(newer => newer.Name != basket.Name)).Concat(file.Baskets).ToArray();
        var catalog = new Catalog(baskets, PagePlan.Assign(known.Pages, file.Baskets, file.Symbols));
        await catalogs.SaveAsync(catalog, cancellationToken);
        var answers = new List<RuleAnswer>();
        foreach (var subscriber in file.Subscribers)
        {
            answers.AddRange(await EnterAsync(subscriber, catalog, cancellationToken));
        }

        return answers;
    }

    private async Task<IReadOnlyList<RuleAnswer>> EnterAsync(Subscriber subscriber, Catalog catalog, CancellationToken cancellationToken)
    {
        var before = await recipients.LoadProfileAsync(subscriber.Id, cancellationToken);
        var entered = subscriber with { Unsubscribed = before?.Unsubscribed ?? subscriber.Unsubscribed };
        var current = subscriber.Rules.SelectMany(rule => Compile(subscriber, rule, catalog)).ToArray();
        var added = current.Where(watcher => before?.Rules.Contains(watcher.Rule) is not true).ToArray();
        var removed = (before?.Rules ?? []).Except(subscriber.Rules).SelectMany(rule => Compile(subscriber, rule, catalog)).ToArray();
        var once = added.Where(watcher => watcher.Terms.Once).Select(watcher => watcher.Rule).Distinct();
        await recipients.ReleaseOnceAsync(subscriber.Id, [.. once], cancellationToken);
        foreach (var watcher in added)
        {
            await watchers.AddAsync(watcher, cancellationToken);
        }

        var answers = await WantAsync(current, [.. added], catalog, cancellationToken);
        foreach (var watcher in removed)
        {
            await watchers.RemoveAsync(watcher, cancellationToken);
        }

        await recipients.SaveProfileAsync(entered, cancellationToken);
        return answers;
    }

    private static IEnumerable<Watcher> Compile(Subscriber subscriber, string text, Catalog catalog) =>
        RuleParser.Parse(text, catalog.Vocabulary).Rule is { } rule ? rule.Watches.Select(watch => new Watcher(subscriber.Id, watch, text, rule.Terms)) : [];

    /// <summary>Asks for the levels of all rules, also the old ones: a basket may have grown. Only added rules can be late.</summary>
    private async Task<IReadOnlyList<RuleAnswer>> WantAsync(
        Watcher[] current, HashSet<Watcher> added, Catalog catalog, CancellationToken cancellationToken)
    {
        var onBaskets = current.SelectMany(watcher => WantedLevelPlan.OnBaskets(watcher.Watch)).ToArray();
        if (onBaskets.Length > 0)
        {
            var wanted = await market.LoadBasketLevelsAsync(cancellationToken);
            await market.SaveBasketLevelsAsync(wanted, Add(wanted, onBaskets), cancellationToken);
        }

        var answers = new List<RuleAnswer>();
        var onSymbols = current.SelectMany(watcher => levels.OnSymbols(watcher.Watch, catalog).Select(watch => (watcher, watch)));
        foreach (var page in onSymbols.GroupBy(pair => catalog.Pages[Symbol.Parse(pair.watch.Target.Name)]))
        {
            answers.AddRange(await WantOnPageAsync(page.Key, [.. page], added, catalog, cancellationToken));
        }

        return [.. answers.Distinct()];
    }

    private async Task<IReadOnlyList<RuleAnswer>> WantOnPageAsync(
        string name, IReadOnlyList<(Watcher Watcher, Watch Watch)> wanting, HashSet<Watcher> added, Catalog catalog, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var page = await market.LoadPageAsync(name, cancellationToken) ?? new MarketPage(name, []);
            page.Include(catalog.SymbolsOn(name));
            var wanted = (await market.LoadLevelsAsync(page, cancellationToken)).Copy();
            var changed = Add(wanted, wanting.Select(pair => pair.Watch));
            var answers = AddLateRules(page, wanting.Where(pair => added.Contains(pair.Watcher)));
            if ((changed.Count is 0 && answers.Count is 0) || await market.SaveLevelsAsync(page, wanted, changed, cancellationToken))
            {
                return answers;
            }
        }

        throw new InvalidOperationException($"Page {name} kept changing while rules were added; enter them again.");
    }

    /// <summary>Only a rule's own level can be late: the bars of a basket's members belong to nobody.</summary>
    private List<RuleAnswer> AddLateRules(MarketPage page, IEnumerable<(Watcher Watcher, Watch Watch)> added)
    {
        var answers = new List<RuleAnswer>();
        foreach (var (watcher, watch) in added.Where(pair => !pair.Watcher.Watch.Target.IsBasket))
        {
            var state = page.Find(Symbol.Parse(watch.Target.Name));
            if (state is not null && late.Find(watch, state, MarketCalendar.DateOf(time.GetUtcNow()), watcher.Subscriber, watcher.Rule) is { } found)
            {
                page.LateRules.Add(found.Rule);
                answers.Add(new RuleAnswer(watcher.Rule, found.Answer));
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
            if (wanted.Add(watch.Target.Name, watch.Metric, watch.Direction, watch.Level.Units))
            {
                changed.Add(watch.Target.Name);
            }
        }

        return changed;
    }
}
