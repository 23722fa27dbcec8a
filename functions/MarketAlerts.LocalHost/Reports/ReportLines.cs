using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market.Verdicts;

namespace MarketAlerts.LocalHost.Reports;

/// <summary>Makes the report's lines of what the stores hold.</summary>
internal static class ReportLines
{
    public static ReplayReport.IncidentLine LineFor(Incident incident) =>
        new(
            incident.Id,
            incident.About,
            incident.Direction,
            incident.OpenedAt,
            incident.Severity,
            incident.MedianMove,
            incident.Breadth,
            [.. incident.Members.Select(LineFor)],
            incident.Transitions
        );

    public static ReplayReport.MailLine LineFor(ClaimedMail mail) =>
        new(
            mail.Mail.To.Address,
            mail.Mail.Clock.Quote,
            mail.Mail.Clock.Sent,
            mail.Mail.Subject,
            mail.Mail.Content.Headline,
            mail.Mail.Kind,
            mail.Mail.Content.IncidentId,
            mail.Mail.Thread.MessageId,
            mail.Mail.Thread.References,
            mail.Mail.Reason,
            [.. (mail.Mail.Others ?? []).Select(line => $"{line.Title}: {line.Text}")],
            mail.Mail.Next,
            mail.State,
            [.. mail.Mail.Content.Members.Select(LineFor)],
            [.. mail.Mail.Content.AlsoMoving.Select(LineFor)],
            [.. mail.Mail.Content.NotMoving.Select(LineFor)]
        );

    public static ReplayReport.RejectedLine LineFor(Verdict verdict) =>
        new(verdict.Symbol.Text, verdict.MarketTime, verdict.Price, verdict.Reason.ToString());

    public static SortedDictionary<string, ReplayReport.Latency> Latencies(IReadOnlyDictionary<string, double[]> durations) =>
        new(durations.ToDictionary(pair => pair.Key, pair => LineFor(pair.Value)), StringComparer.Ordinal);

    private static ReplayReport.SymbolLine LineFor(IncidentMember member) =>
        new(member.Reading.Symbol.Text, member.Reading.Last, member.Reading.DayMove, member.Reading.OpenMove, (int)member.Highest);

    private static ReplayReport.SymbolLine LineFor(MailMember member) =>
        new(member.Symbol.Text, member.Last, member.DayMove, member.OpenMove, (int)member.Severity);

    private static ReplayReport.Latency LineFor(double[] milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new ReplayReport.Latency(sorted.Length, Math.Round(At(sorted, 0.5), 2), Math.Round(At(sorted, 0.95), 2));
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
}
