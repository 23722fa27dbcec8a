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
                )
            );
        }
    }

    /// <summary>Files a rule that had waited for its news: these make it true.</summary>
    public void AddReleased(Incident incident, AwaitingNews rule, MarketEvent news)
    {
        var entry = EntryOf(EntryKind.Rule, incident, rule.Evidence, [rule.Rule], SymbolsOf(rule.Evidence), Following.Nothing);
        Add(rule.Subscriber, entry with { MarketTime = news.MarketTime, SeenAt = news.SeenAt });
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
        );
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
        };

    /// <summary>A member's event is as severe as the member; a basket's as severe as the incident.</summary>
    private static Severity SeverityOf(Incident incident, MarketEvent next) =>
        next.Symbol is { } symbol ? symbol.Severity : incident.Severity;

    private static Following FollowingOf(Subscription subscription) =>
        subscription.Terms is not { Once: false, AndNews: null } ? Following.Nothing
        : subscription.RuleLevel.Metric is MetricId.Tier || subscription.RuleLevel.Target.IsBasket ? Following.Days
        : Following.Changes;

    private static Symbol[] SymbolsOf(MarketEvent next) => next.Symbol is { } symbol ? [symbol.Symbol] : [];
}

/// <summary>Something that those who were told of an incident hear of.</summary>
/// <param name="Incident">The incident after it.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Symbols">The symbols that it is about.</param>
/// <param name="MarketTime">Market time of the evidence.</param>
/// <param name="SeenAt">When it was seen.</param>
internal sealed record IncidentAnnouncement(
    Incident Incident,
    EntryKind Kind,
    IReadOnlyList<Symbol> Symbols,
    DateTimeOffset MarketTime,
    DateTimeOffset SeenAt
)
{
    /// <summary>
    /// Whether somebody with so much interest hears of it: that an incident is over or was wrong, everybody does who was told.
    /// </summary>
    public bool Concerns(Following following) =>
        Kind switch
        {
            EntryKind.Recovered or EntryKind.Corrected => true,
            EntryKind.CloseOfDay or EntryKind.NextSession => following is Following.Days,
            _ => following >= Following.Changes,
        };

    /// <summary>What a change of an incident is to those who were told of it.</summary>
    public static IncidentAnnouncement From(Incident incident, IncidentChange change, DateTimeOffset marketTime, DateTimeOffset seenAt) =>
        new(incident, KindOf(change), change.NewlyNotable, marketTime, seenAt);

    private static EntryKind KindOf(IncidentChange change) =>
        change switch
        {
            { Escalated: true } => EntryKind.Escalated,
            { Told: IncidentStep.Recovered } => EntryKind.Recovered,
            { Told: IncidentStep.Reopened } => EntryKind.Reopened,
            { Told: IncidentStep.Corrected } => EntryKind.Corrected,
            { Told: IncidentStep.Carried } => EntryKind.CloseOfDay,
            { Told: IncidentStep.Continued or IncidentStep.Closed } => EntryKind.NextSession,
            _ => EntryKind.MemberNotable,
        };
}
