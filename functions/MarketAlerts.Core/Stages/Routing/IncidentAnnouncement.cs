using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Stages.Routing;

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
    /// <summary>The newest quote of the incident's own symbol; null for a basket.</summary>
    public MemberReading? Reading { get; init; }

    /// <summary>The newest figures of the incident's own basket; null for a symbol.</summary>
    public BasketFigures? Basket { get; init; }

    /// <summary>How the incident's target stands, in percent; null where its reading or its figures say it, or nobody knows.</summary>
    public double? Move { get; init; }

    /// <summary>
    /// Whether somebody with so much interest hears of it: that an incident is over or was wrong, everybody does who was told.
    /// </summary>
    public bool Concerns(Following following) =>
        Kind switch
        {
            EntryKind.Recovered or EntryKind.Corrected or EntryKind.CloseOfDay or EntryKind.Resumed => true,
            EntryKind.NextSession => following is Following.Days,
            _ => following >= Following.Changes,
        };

    /// <summary>What a change of an incident is to those who were told of it.</summary>
    public static IncidentAnnouncement From(Incident incident, IncidentChange change, MarketEvent evidence) =>
        new(incident, KindOf(change), change.NewlyNotable, evidence.MarketTime, evidence.SeenAt)
        {
            Reading = evidence.Target == incident.Target ? evidence.Symbol : null,
            Basket = BasketFigures.Of(evidence.Basket),
        };

    /// <summary>What a step of an incident is to those who were told of it.</summary>
    public static IncidentAnnouncement From(Incident incident, IncidentChange change, ProposedTransition transition) =>
        new(incident, KindOf(change), change.NewlyNotable, transition.MarketTime, transition.SeenAt)
        {
            Reading = transition.Readings.FirstOrDefault(reading => reading.Symbol == incident.Target.Symbol),
            Basket = BasketFigures.Of(transition.Basket),
            Move = transition.Move,
        };

    private static EntryKind KindOf(IncidentChange change) =>
        change switch
        {
            { Escalated: true } => EntryKind.Escalated,
            { Told: IncidentStep.Recovered } => EntryKind.Recovered,
            { Told: IncidentStep.Reopened } => EntryKind.Reopened,
            { Told: IncidentStep.Corrected } => EntryKind.Corrected,
            { Told: IncidentStep.GivenBack } => EntryKind.GivenBack,
            { Told: IncidentStep.Resumed } => EntryKind.Resumed,
            { Told: IncidentStep.Carried or IncidentStep.Closed } => EntryKind.CloseOfDay,
            { Told: IncidentStep.Continued } => EntryKind.NextSession,
            { NewlyNotable.Count: > 0 } => EntryKind.MemberNotable,
            _ => EntryKind.Further,
        };
}
