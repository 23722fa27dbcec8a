using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Core.Wording;

/// <summary>A mail that tells what was gathered, incident by incident.</summary>
internal static class DigestPlan
{
    /// <summary>Stands in the place of the incident a mail belongs to.</summary>
    public static string PlaceOf(DateTimeOffset now) =>
        $"digest-{now.UtcDateTime.ToString("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture)}";

    public static string SubjectOf(FlushPlan plan)
    {
        var alerts = plan.Alerts.Count();
        var incidents = plan.Carried.Count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Digest: {alerts} {(alerts is 1 ? "alert" : "alerts")} on {incidents} {(incidents is 1 ? "incident" : "incidents")}"
        );
    }

    /// <summary>What the mail tells; the incidents themselves are its lines.</summary>
    public static MailContent ContentOf(FlushPlan plan, DateTimeOffset now) =>
        new(
            MailKind.Digest,
            $"{SubjectOf(plan)}. {plan.Reason}",
            PlaceOf(now),
            "your digest",
            Direction.Up,
            plan.Carried.Max(incident => incident.Severity),
            [],
            [],
            [],
            [],
            []
        );
}
