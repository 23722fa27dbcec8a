using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Deliveries.Threads;

/// <summary>Baskets of which one is a part of the other: the same move of both is told once.</summary>
internal static class NestedBaskets
{
    /// <summary>
    /// Of what would open a thread the baskets that were told as a part or the whole of another one, each with the incident of that.
    /// </summary>
    public static IReadOnlyDictionary<string, Incident> Find(
        IEnumerable<ToldEntry> told,
        SubscriberHistory history,
        IReadOnlyDictionary<string, Incident> incidents,
        Catalog catalog
    )
    {
        var earlier = incidents
            .Values.Where(incident =>
                incident.Target.IsBasket
                && history.Threads.Any(thread => thread.IsOf(incident) && thread.Find(incident.Direction) is not null)
            )
            .OrderBy(incident => incident.OpenedAt)
            .ThenBy(incident => incident.Id, StringComparer.Ordinal)
            .ToArray();
        var nested = new Dictionary<string, Incident>();
        foreach (var next in told.Where(next => next.Telling is Telling.Opened))
        {
            if (
                incidents.TryGetValue(next.Entry.IncidentId, out var incident)
                && Array.Find(earlier, known => AreNested(known, incident, catalog)) is { } first
            )
            {
                nested[incident.Id] = first;
            }
        }

        return nested;
    }

    /// <summary>Whether one is a part of the other, and both go the same way in the same session.</summary>
    public static bool AreNested(Incident one, Incident other, Catalog catalog) =>
        one.Session == other.Session
        && one.Direction == other.Direction
        && one.Target.IsBasket
        && other.Target.IsBasket
        && one.Id != other.Id
        && catalog.Baskets.TryGetValue(one.Target.Name, out var first)
        && catalog.Baskets.TryGetValue(other.Target.Name, out var second)
        && (first.Members.All(second.Members.Contains) || second.Members.All(first.Members.Contains));
}
