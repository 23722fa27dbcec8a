using MarketAlerts.Core.Deliveries;
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
