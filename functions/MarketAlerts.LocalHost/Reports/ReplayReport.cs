using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.LocalHost.Reports;

/// <summary>What a replay did, as JSON. The same for every run of a scenario but for <paramref name="Latencies"/>.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="From">Start, UTC.</param>
/// <param name="To">End, UTC.</param>
/// <param name="Incidents">By time, then id.</param>
/// <param name="Mails">By time, then subscriber.</param>
/// <param name="Held">Quotes and deliveries that were held, with the reason.</param>
/// <param name="Rejected">Quotes that were rejected, with the reason.</param>
/// <param name="Counts">How many of each.</param>
/// <param name="Latencies">Milliseconds of the real clock, by function.</param>
internal sealed record ReplayReport(
    string Scenario,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<ReplayReport.IncidentLine> Incidents,
    IReadOnlyList<ReplayReport.MailLine> Mails,
    IReadOnlyList<ReplayReport.HeldLine> Held,
    IReadOnlyList<ReplayReport.RejectedLine> Rejected,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyDictionary<string, ReplayReport.Latency> Latencies
)
{
    /// <summary>One symbol with its figures.</summary>
    public sealed record SymbolLine(string Symbol, double Last, double DayMove, double? OpenMove, int Tier);

    public sealed record IncidentLine(
        string Id,
        string Target,
        Direction Direction,
        DateTimeOffset OpenedAt,
        Severity Severity,
        double? MedianMove,
        double? Breadth,
        IReadOnlyList<SymbolLine> Members,
        IReadOnlyList<IncidentTransition> Transitions
    );

    public sealed record MailLine(
        string Subscriber,
        DateTimeOffset MarketTime,
        DateTimeOffset SentAt,
        string Subject,
        string Headline,
        MailKind Kind,
        string Incident,
        string MessageId,
        IReadOnlyList<string> References,
        string Reason,
        IReadOnlyList<string> Lines,
        string? Next,
        MailState State,
        IReadOnlyList<SymbolLine> Members,
        IReadOnlyList<SymbolLine> AlsoMoving,
        IReadOnlyList<SymbolLine> NotMoving
    );

    /// <summary>Something held: a quote (<c>symbol</c>) or a delivery (<c>subscriber</c>).</summary>
    public sealed record HeldLine(string? Symbol, string? Subscriber, DateTimeOffset At, string Reason);

    public sealed record RejectedLine(string Symbol, DateTimeOffset MarketTime, double Price, string Reason);

    /// <summary>How long a function took, in milliseconds.</summary>
    public sealed record Latency(int Calls, double Median, double P95);
}
