using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Notifications.Published;

namespace MarketAlerts.Core.Notifications;

/// <summary>One composed message: everything the templates need, so that a mail sent again is the same mail.</summary>
/// <param name="Email">To whom.</param>
/// <param name="TimeZone">In whose zone times are shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">The subject: constant within a thread.</param>
/// <param name="Headline">One sentence that says what happened.</param>
/// <param name="IncidentId">The incident it belongs to.</param>
/// <param name="TargetName">The incident's target as readers write it.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Thread">Its place in the thread.</param>
/// <param name="Members">The members table.</param>
/// <param name="AlsoMoving">Movers of the wider basket.</param>
/// <param name="NotMoving">Who stays out of it.</param>
/// <param name="Rules">The reader's own rules that fired.</param>
/// <param name="Reason">Why this mail was sent, in a sentence.</param>
/// <param name="Checks">What the guards looked at.</param>
/// <param name="Clock">The latency receipt.</param>
/// <param name="Folded">How many single alerts were folded into it.</param>
/// <param name="UnsubscribeUrl">Opens a page; only its button acts.</param>
/// <param name="Paths">Recent paths for the sparkline, the leading symbol first.</param>
public sealed record AlertMail(
    string Email,
    string TimeZone,
    MailKind Kind,
    string Subject,
    string Headline,
    string IncidentId,
    string TargetName,
    Direction Direction,
    Severity Severity,
    MailThread Thread,
    IReadOnlyList<MailMember> Members,
    IReadOnlyList<MailMember> AlsoMoving,
    IReadOnlyList<MailMember> NotMoving,
    IReadOnlyList<string> Rules,
    string Reason,
    IReadOnlyList<string> Checks,
    MailClock Clock,
    int Folded,
    string UnsubscribeUrl,
    IReadOnlyList<MailPath> Paths)
{
    /// <summary>Market time of the newest figure in the members table; null when it is that of the news itself.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>What was published, or null when no feed is polled.</summary>
    public PublishedPanel? Published { get; init; }

    /// <summary>Whether it belongs to an incident of news.</summary>
    public bool IsNews { get; init; }

    /// <summary>What became of the reader's rules, in whole sentences; null or empty when nothing did.</summary>
    public IReadOnlyList<string>? Notices { get; init; }
}
