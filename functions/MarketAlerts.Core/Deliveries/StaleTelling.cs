using MarketAlerts.Core.Incidents;

namespace MarketAlerts.Core.Deliveries;

/// <summary>
/// Which follow-ups need no telling any more when their time comes: told already, overtaken, or of something the subscriber was never told.
/// </summary>
internal static class StaleTelling
{
    /// <summary>What becomes of an entry that is not to be told, and why; null for one that is.</summary>
    public static (DeliveryReason Reason, string Text)? Judge(
        AlertEntry entry,
        SubscriberHistory history,
        IReadOnlyDictionary<string, Incident> incidents
    )
    {
        if (entry.Kind is EntryKind.Notice)
        {
            return null;
        }

        if (!incidents.TryGetValue(entry.IncidentId, out var incident))
        {
            return (DeliveryReason.Overtaken, "Its incident is gone.");
        }

        var told = history.Find(entry.IncidentId);
        if (
            told is not null
            && entry.Kind is not (EntryKind.Rule or EntryKind.MemberNotable)
            && WiderOf(incident, history, incidents) is { } wider
        )
        {
            return (DeliveryReason.ToldWithWider, $"Told with {wider.About}.");
        }

        return entry.Kind switch
        {
            EntryKind.Rule => null,
            _ when told is null => (DeliveryReason.Overtaken, "The incident was never told."),
            EntryKind.Escalated when told.Severity >= entry.Severity => (DeliveryReason.ToldAlready, "The last message told so already."),
            EntryKind.MemberNotable when told.LastAt > entry.SeenAt => (DeliveryReason.ToldAlready, "The last message told so already."),
            EntryKind.Recovered when incident.State is IncidentState.Open or IncidentState.Forming => (
                DeliveryReason.Overtaken,
                "It is on again."
            ),
            EntryKind.Reopened when !told.IsOver => (DeliveryReason.Overtaken, "That it was over was never told."),
            _ => null,
        };
    }

    /// <summary>The wider incident its subscriber was told of and in which what becomes of a part is told.</summary>
    private static Incident? WiderOf(Incident incident, SubscriberHistory history, IReadOnlyDictionary<string, Incident> incidents) =>
        history
            .Told.Select(told => incidents.GetValueOrDefault(told.Incident))
            .OfType<Incident>()
            .FirstOrDefault(wider => incident.News is null && wider.Target.IsBasket && FlushPlanner.IsPartOf(incident, wider));
}
