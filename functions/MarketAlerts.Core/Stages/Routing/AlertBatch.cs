using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Routing;

/// <summary>What one message holds for each subscriber, gathered before it is filed.</summary>
internal sealed class AlertBatch
{
    private readonly SortedDictionary<SubscriberId, List<AlertEntry>> _entries = [];

    /// <summary>By subscriber, in their order.</summary>
    public IReadOnlyDictionary<SubscriberId, List<AlertEntry>> Entries => _entries;

    /// <summary>Files the rules of subscribers that an event fired.</summary>
    public void AddRules(Incident incident, MarketEvent next, IReadOnlyList<Subscription> fired)
    {
        var symbols = SymbolsOf(next);
        foreach (var rules in fired.GroupBy(subscription => subscription.Subscriber))
        {
            Add(
                rules.Key,
                EntryOf(
                    EntryKind.Rule,
                    incident,
                    next,
                    [.. rules.Select(subscription => subscription.Rule).Distinct()],
                    symbols,
                    rules.Max(FollowingOf)
                ) with
                {
                    Fired =
                    [
                        .. rules
                            .Select(subscription => FiredBy(subscription.Rule, subscription.RuleLevel, next))
                            .DistinctBy(fired => fired.Key),
                    ],
                }
            );
        }
    }

    /// <summary>Files a rule that had waited for its news: these make it true.</summary>
    public void AddReleased(Incident incident, AwaitingNews rule, MarketEvent news)
    {
        var entry = EntryOf(EntryKind.Rule, incident, rule.Evidence, [rule.Rule], SymbolsOf(rule.Evidence), Following.Nothing);
        Add(
            rule.Subscriber,
            entry with
            {
                MarketTime = news.MarketTime,
                SeenAt = news.SeenAt,
                Fired =
                [
                    .. rule
                        .Rule.Levels.Where(level => IsPassedBy(level, rule.Evidence))
                        .Select(level => FiredBy(rule.Rule, level, rule.Evidence)),
                ],
            }
        );
    }

    /// <summary>Files what an incident became, for somebody who was told of it.</summary>
    public void AddChange(SubscriberId subscriber, IncidentAnnouncement change)
    {
        var entry = new AlertEntry(
            change.Kind,
            change.Incident.Id,
            change.Incident.Session,
            [],
            change.Symbols,
            change.Kind is EntryKind.Escalated or EntryKind.Corrected ? change.Incident.Severity : Severity.Plain,
            change.MarketTime,
            change.SeenAt
        )
        {
            Reading = change.Reading,
            Basket = change.Basket,
            Move = change.Move,
        };
        Add(subscriber, entry);
    }

    private void Add(SubscriberId subscriber, AlertEntry entry)
    {
        if (!_entries.TryGetValue(subscriber, out var entries))
        {
            _entries[subscriber] = entries = [];
        }

        entries.Add(entry);
    }

    private static AlertEntry EntryOf(
        EntryKind kind,
        Incident incident,
        MarketEvent next,
        IReadOnlyList<Rule> rules,
        IReadOnlyList<Symbol> symbols,
        Following following
    ) =>
        new(kind, incident.Id, incident.Session, rules, symbols, SeverityOf(incident, next), next.MarketTime, next.SeenAt)
        {
            Following = following,
            Reading = next.Symbol,
            Basket = BasketFigures.Of(next.Basket),
        };

    private static FiredLevel FiredBy(Rule rule, RuleLevel level, MarketEvent next) =>
        new(rule, next.Metric, next.Direction, level.Level, next.To / (double)Level.Scale);

    private static bool IsPassedBy(RuleLevel level, MarketEvent next) =>
        level.Metric == next.Metric && level.Direction == next.Direction && next.Crossing.Levels.Contains(level.Level.Units);

    /// <summary>As severe as what moved is that way, whoever else asked for what; news as their incident.</summary>
    private static Severity SeverityOf(Incident incident, MarketEvent next) =>
        next.Symbol?.SeverityTowards(incident.Direction) ?? next.Basket?.SeverityTowards(incident.Direction) ?? incident.Severity;

    private static Following FollowingOf(Subscription subscription) =>
        subscription.Terms is not { Once: false, AndNews: null } ? Following.Nothing
        : subscription.RuleLevel.Metric is MetricId.Tier || subscription.RuleLevel.Target.IsBasket ? Following.Days
        : Following.Changes;

    private static Symbol[] SymbolsOf(MarketEvent next) => next.Symbol is { } symbol ? [symbol.Symbol] : [];
}
