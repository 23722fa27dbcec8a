using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>
/// Enters what people ask for: catalog, levels, watchers, profiles. The profile is written last, so a crash in between is repaired by entering the
/// same again; entering what is already there changes nothing.
/// </summary>
public sealed class RuleBook(
    ICatalogStore catalogs, IWatcherStore watchers, IRecipientStore recipients, LevelBook levels, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Enters a whole watch file; returns what the owners of new rules hear.</summary>
    public async Task<IReadOnlyList<RuleAnswer>> EnterAsync(WatchFile file, CancellationToken cancellationToken)
    {
        var known = await catalogs.LoadAsync(cancellationToken);
        var baskets = known.Baskets.Values.Where(basket => file.Baskets.All(newer => newer.Name != basket.Name)).Concat(file.Baskets).ToArray();
        var planned = new Catalog(baskets, PagePlan.Assign(known.Pages, file.Baskets, file.Symbols));
        var catalog = new Catalog(baskets, planned.Pages, known.ExtendedPages.Concat(ExtendedPages(file, planned)).ToHashSet())
        {
            Feeds = known.Feeds.Values.Concat(file.Feeds).GroupBy(feed => feed.Name).ToDictionary(same => same.Key, same => same.Last()),
            News = known.News.Values.Concat(NewsOf(file, planned)).GroupBy(news => news.Target.ToString()).ToDictionary(same => same.Key, same => same.First()),
            Aliases = [.. known.Aliases.Union(file.Aliases)],
        };
        await catalogs.SaveAsync(catalog, cancellationToken);
        var answers = new List<RuleAnswer>();
        foreach (var subscriber in file.Subscribers)
        {
            answers.AddRange(await EnterAsync(subscriber, catalog, cancellationToken));
        }

        return answers;
    }

    /// <summary>The rows of a rule of a subscriber; none of a text that is no rule.</summary>
    internal static IEnumerable<Watcher> Compile(Subscriber subscriber, string text, Catalog catalog) =>
        RuleParser.Parse(text, catalog.Vocabulary).Rule is { } rule ? rule.Watches.Select(watch => new Watcher(subscriber.Id, watch, text, rule.Terms)) : [];

    private async Task<IReadOnlyList<RuleAnswer>> EnterAsync(Subscriber subscriber, Catalog catalog, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = await recipients.LoadProfileAsync(subscriber.Id, cancellationToken);
            var now = time.GetUtcNow();
            var entered = PriceRuleBook.Enter(ReenteredProfile.Of(subscriber, before, now), before, catalog.Vocabulary, now);
            var answers = await EnterAsync(before, entered, catalog, cancellationToken);
            if (await recipients.SaveProfileAsync(entered, cancellationToken))
            {
                var rescaled = entered.PriceRules!.Where(known => known.Entered is not null);
                return [.. answers, .. rescaled.Select(known => new RuleAnswer(known.Entered!, $"rescaled after a split: now {known.Rule}"))];
            }
        }

        throw new InvalidOperationException("A profile kept changing while its rules were entered; enter them again.");
    }

    private async Task<IReadOnlyList<RuleAnswer>> EnterAsync(Subscriber? before, Subscriber entered, Catalog catalog, CancellationToken cancellationToken)
    {
        var current = entered.Rules.SelectMany(rule => Compile(entered, rule, catalog)).ToArray();
        var added = current.Where(watcher => before?.Rules.Contains(watcher.Rule) is not true).ToArray();
        var removed = (before?.Rules ?? []).Except(entered.Rules).SelectMany(rule => Compile(entered, rule, catalog)).ToArray();
        var once = added.Where(watcher => watcher.Terms.Once).Select(watcher => watcher.Rule).Distinct();
        await recipients.ReleaseOnceAsync(entered.Id, [.. once], cancellationToken);
        foreach (var watcher in added)
        {
            await watchers.AddAsync(watcher, cancellationToken);
        }

        var answers = await levels.WantAsync(current, added.ToHashSet(), catalog, cancellationToken);
        foreach (var watcher in removed)
        {
            await watchers.RemoveAsync(watcher, cancellationToken);
        }

        await levels.ReleaseAsync(removed, catalog, cancellationToken);
        return answers;
    }

    /// <summary>The pages of which a rule asks for quotes before the open or after the close.</summary>
    private static IEnumerable<string> ExtendedPages(WatchFile file, Catalog catalog) =>
        from subscriber in file.Subscribers
        from rule in subscriber.Rules
        from watcher in Compile(subscriber, rule, catalog)
        where SymbolMetrics.Find(watcher.Watch.Metric) is { Part: not SessionPart.Regular }
        from page in WantedLevelPlan.PagesOf(watcher.Watch.Target, catalog)
        select page;

    /// <summary>The news that rules are about or ask for as well.</summary>
    private static IEnumerable<NewsCondition> NewsOf(WatchFile file, Catalog catalog) =>
        from subscriber in file.Subscribers
        from rule in subscriber.Rules
        from watcher in Compile(subscriber, rule, catalog)
        from news in (NewsCondition?[])[watcher.Terms.News, watcher.Terms.AndNews]
        where news is not null
        select news;
}
