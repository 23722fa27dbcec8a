using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Core.Deliveries.Storms;

/// <summary>One message for all that belongs to a storm.</summary>
internal static class StormPlan
{
    /// <summary>The plan of items that belong to a storm.</summary>
    public static FlushPlan Plan(Storm storm, IReadOnlyList<TakenItem> going, IReadOnlyDictionary<string, Incident> incidents) =>
        new(
            [],
            going,
            [
                .. storm
                    .Names.Select(name => incidents.GetValueOrDefault(Incident.IdOf(name, storm.Direction, storm.Session)))
                    .OfType<Incident>()
                    .OrderByDescending(incident => incident.Severity)
                    .ThenByDescending(incident => Math.Abs(incident.Furthest))
                    .ThenBy(incident => incident.Id, StringComparer.Ordinal),
            ],
            MailKind.Storm,
            ReasonWording.Explain([.. going.SelectMany(taken => taken.Told)], MailKind.Storm)
        )
        {
            Storm = storm,
        };
}
