using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Incidents;

/// <summary>The incidents one message may touch, read together, changed in memory and saved together.</summary>
/// <param name="reducer">What evidence makes of them.</param>
/// <param name="loaded">The incidents that are there, by id.</param>
public sealed class IncidentBatch(IncidentReducer reducer, IReadOnlyDictionary<string, Incident> loaded)
{
    private readonly Dictionary<string, Incident> _changed = [];

    /// <summary>The incidents that are to be saved.</summary>
    public IReadOnlyCollection<Incident> Changed => _changed.Values;

    /// <summary>Opens or updates the incident of an event's own target.</summary>
    public (Incident Incident, IncidentChange Change) ApplyOwn(MarketEvent evidence) =>
        Note(reducer.ApplyOwn(Find(Incident.IdOf(evidence)), evidence));

    /// <summary>Takes an event that fires no rule into the incident of its own target; null when none is there.</summary>
    public (Incident Incident, IncidentChange Change)? RenewOwn(MarketEvent evidence) =>
        Find(Incident.IdOf(evidence)) is { } current ? Note(reducer.ApplyOwn(current, evidence)) : null;

    /// <summary>Takes a member's event into a basket's incident; null when none is open in its direction.</summary>
    public (Incident Incident, IncidentChange Change)? ApplyMember(string basket, MarketEvent evidence) =>
        Find(MemberOf(basket, evidence)) is { } current ? Note(reducer.ApplyMember(current, evidence)) : null;

    /// <summary>Takes a step; null when the incident is gone.</summary>
    public (Incident Incident, IncidentChange Change)? ApplyTransition(ProposedTransition transition) =>
        Find(transition.Incident) is { } current ? Note(reducer.ApplyTransition(current, transition)) : null;

    /// <summary>The incident of a basket that a member's event may belong to.</summary>
    public static string MemberOf(string basket, MarketEvent evidence) =>
        Incident.IdOf(Target.OfBasket(basket), evidence.Symbol!.Direction, evidence.Session);

    private Incident? Find(string id) => _changed.GetValueOrDefault(id) ?? loaded.GetValueOrDefault(id);

    private (Incident, IncidentChange) Note((Incident Incident, IncidentChange Change) applied)
    {
        if (!ReferenceEquals(applied.Incident, Find(applied.Incident.Id)))
        {
            _changed[applied.Incident.Id] = applied.Incident;
        }

        return applied;
    }
}
