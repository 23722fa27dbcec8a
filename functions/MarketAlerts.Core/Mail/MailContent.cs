using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Mail;

/// <summary>
/// What a mail tells of its incident: the same for everybody who is told the same at the same time, so it is composed, drawn and stored
/// once.
/// </summary>
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
    /// <summary>The subject of a thread that begins with it; empty where the subject is its subscriber's own.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Market time of the newest figure in the members table; null when it is that of the news itself.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>What was published, or null when no feed is polled.</summary>
    public PublishedPanel? Published { get; init; }

    /// <summary>
    /// What puts it into proportion, in a sentence or two, such as <c>First wide move of this basket in 2025.</c>; null for nothing.
    /// </summary>
    public string? Context { get; init; }

    /// <summary>What was told and what is right instead, for a correction; null or empty for nothing.</summary>
    public IReadOnlyList<MailRevision>? Revisions { get; init; }

    /// <summary>Whether it belongs to an incident of news.</summary>
    public bool IsNews { get; init; }

    /// <summary>Whether it tells of no incident: a notice, a welcome, a digest and the like.</summary>
    public bool HasNoIncident =>
        Kind is MailKind.Notice or MailKind.Digest or MailKind.ProofOfLife or MailKind.ChannelBroken or MailKind.Welcome;
}

/// <summary>The recent path of one symbol, for the sparkline.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="PreviousClose">The price that counts as zero.</param>
/// <param name="Points">The path, oldest first.</param>
public sealed record MailPath(Symbol Symbol, double PreviousClose, IReadOnlyList<TrailPoint> Points);

/// <summary>One thing that a correction takes back.</summary>
/// <param name="What">What it is, such as <c>VST, price</c>.</param>
/// <param name="Told">What was told, such as <c>88.10, -53.9%</c>.</param>
/// <param name="Now">What is right instead, such as <c>137.08, -28.3%</c>; <c>nothing</c> where nothing is.</param>
public sealed record MailRevision(string What, string Told, string Now);

/// <summary>What was published on an incident's members and topics: timing only, never a claim of cause.</summary>
/// <param name="Lines">The stories: before the move, while it was on, after it, days before; in each the nearest to the move
/// first.</param>
/// <param name="More">How many stories since the close before are left out.</param>
/// <param name="Feeds">How many feeds were read.</param>
public sealed record PublishedPanel(IReadOnlyList<PublishedLine> Lines, int More, int Feeds)
{
    /// <summary>Whether nothing was published since the close before: then the mail says so.</summary>
    public bool HasNoCatalyst => Lines.All(line => line.When is PublishedWhen.DaysBefore);
}

/// <summary>One line of the members table: a move against three baselines.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Last">The price, in dollars.</param>
/// <param name="DayMove">Percent against the previous close.</param>
/// <param name="OpenMove">Percent against the open, or null.</param>
/// <param name="UsualDay">One standard deviation, percent, or null.</param>
/// <param name="Severity">How bad it was at its worst.</param>
/// <param name="IsNew">Whether this mail is the first to name it as notable.</param>
public sealed record MailMember(
    Symbol Symbol,
    double Last,
    double DayMove,
    double? OpenMove,
    double? UsualDay,
    Severity Severity,
    bool IsNew
)
{
    /// <summary>Percent against the price that the last mail of its thread showed; null in its first mail, or if unknown.</summary>
    public double? SinceLast { get; init; }
}
