using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Incidents;

/// <summary>What evidence leaves in an incident's record beside its members: how far its target went, and how often it crossed.</summary>
internal static class IncidentTraces
{
    private const int MostCrossings = 300;

    /// <summary>A late rule's event is no crossing of the market's; of a day with more than hundreds the first say enough.</summary>
    public static Incident WithCrossing(Incident incident, MarketEvent evidence) =>
        evidence is { News: null, LateSubscription: null } && incident.Crossings.Count < MostCrossings
            ? incident with
            {
                Crossings = [.. incident.Crossings, new IncidentCrossing(evidence.Metric, evidence.From, evidence.To, evidence.MarketTime)],
            }
            : incident;

    /// <summary>A move on the other side is no part of it.</summary>
    public static Incident WithFurthest(Incident incident, double? move) =>
        move is { } own && own < 0 == incident.Direction is Direction.Down && Math.Abs(own) > Math.Abs(incident.Furthest)
            ? incident with
            {
                Furthest = own,
            }
            : incident;
}
