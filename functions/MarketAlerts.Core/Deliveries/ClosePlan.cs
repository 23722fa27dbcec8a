using System.Globalization;
using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Core.Deliveries;

/// <summary>How a day ended: one message for all that its subscriber was told of it.</summary>
internal static class ClosePlan
{
    private const string Reason = "How the day ended for what you were told of.";

    /// <summary>Stands in the place of the incident that the message of a session belongs to.</summary>
    public static string PlaceOf(DateOnly session) => string.Create(CultureInfo.InvariantCulture, $"close-{session:yyyyMMdd}");

    /// <summary>The plan of items that tell of closes, and of what a storm has left; null when that of the session was told.</summary>
    public static FlushPlan? Find(
        IReadOnlyList<TakenItem> going,
        SubscriberHistory history,
        IReadOnlyDictionary<string, Incident> incidents,
        DateTimeOffset now
    )
    {
        var threads = ThreadWriter.Tell(history.Threads, going.SelectMany(taken => taken.Told), incidents, now);
        var session = going.SelectMany(taken => taken.Entries).Max(entry => entry.Session);
        if (history.Find(PlaceOf(session)) is not null)
        {
            return null;
        }

        var carried = incidents
            .Values.Where(incident => incident.Session == session && IsTold(incident, threads))
            .OrderByDescending(incident => threads.First(thread => thread.IsOf(incident)).Find(incident.Direction)!.Severity)
            .ThenByDescending(incident => Math.Abs(incident.Furthest))
            .ThenBy(incident => incident.Id, StringComparer.Ordinal)
            .ToArray();
        return carried.Length is 0
            ? null
            : new FlushPlan([], going, carried, MailKind.CloseOfDay, Reason) { Ended = EndedOf(session, threads, incidents) };
    }

    /// <summary>What was carried over from an earlier session and did not go on in this one.</summary>
    private static Incident[] EndedOf(
        DateOnly session,
        IReadOnlyList<ToldThread> threads,
        IReadOnlyDictionary<string, Incident> incidents
    ) =>
        [
            .. incidents
                .Values.Where(incident =>
                    incident.Session < session
                    && incident.State is IncidentState.FollowedUp
                    && incident.LastAt(IncidentStep.Continued) is null
                    && incident.LastAt(IncidentStep.FollowedUp) is { } at
                    && Market.Calendar.MarketCalendar.DateOf(at) == session
                    && IsTold(incident, threads)
                )
                .OrderBy(incident => incident.Id, StringComparer.Ordinal),
        ];

    private static bool IsTold(Incident incident, IReadOnlyList<ToldThread> threads) =>
        threads.Any(thread => thread.IsOf(incident) && thread.Find(incident.Direction) is not null);
}
