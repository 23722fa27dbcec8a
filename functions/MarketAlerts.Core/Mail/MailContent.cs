using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using Newtonsoft.Json;

namespace MarketAlerts.Core.Mail;

/// <summary>What a mail tells of its incident: the same for everybody who is told the same at the same time, so it is composed, drawn and stored once.</summary>
/// <param name="Kind">What the mail is.</param>
/// <param name="Headline">One sentence that says what happened.</param>
/// <param name="IncidentId">The incident it belongs to.</param>
/// <param name="TargetName">The incident's target as subscribers write it.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Members">The members table.</param>
/// <param name="AlsoMoving">Movers of the wider basket.</param>
/// <param name="NotMoving">Who stays out of it.</param>
/// <param name="Checks">What the guards looked at.</param>
/// <param name="Paths">Recent paths for the picture, the leading symbol first.</param>
public sealed record MailContent(
    MailKind Kind,
    string Headline,
    string IncidentId,
    string TargetName,
    Direction Direction,
    Severity Severity,
    IReadOnlyList<MailMember> Members,
    IReadOnlyList<MailMember> AlsoMoving,
    IReadOnlyList<MailMember> NotMoving,
    IReadOnlyList<string> Checks,
    IReadOnlyList<MailPath> Paths
)
{
    /// <summary>Market time of the newest figure in the members table; null when it is that of the news itself.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>What was published, or null when no feed is polled.</summary>
    public PublishedPanel? Published { get; init; }

    /// <summary>What puts it into proportion, in a sentence or two, such as <c>First wide move of this basket in 2025.</c>; null for nothing.</summary>
    public string? Context { get; init; }

    /// <summary>What was told and what is right instead, for a correction; null or empty for nothing.</summary>
    public IReadOnlyList<MailRevision>? Revisions { get; init; }

    /// <summary>Whether it belongs to an incident of news.</summary>
    public bool IsNews { get; init; }

    /// <summary>Whether it tells of no incident: a notice, a welcome, a digest and the like.</summary>
    [JsonIgnore]
    public bool HasNoIncident =>
        Kind is MailKind.Notice or MailKind.Digest or MailKind.ProofOfLife or MailKind.ChannelBroken or MailKind.Welcome;
}
