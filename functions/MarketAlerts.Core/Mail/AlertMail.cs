using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Mail;

/// <summary>One composed message to one address: everything a channel needs, so that a message sent again is the same message.</summary>
/// <param name="To">Where it goes.</param>
/// <param name="TimeZone">In whose zone times are shown.</param>
/// <param name="Subject">The subject: constant within a thread.</param>
/// <param name="Content">What it tells of its incident.</param>
/// <param name="Thread">Its place in the thread.</param>
/// <param name="Rules">The subscriber's own rules that fired.</param>
/// <param name="Reason">Why this mail was sent, in a sentence.</param>
/// <param name="Clock">The latency receipt.</param>
/// <param name="Folded">How many single alerts were folded into it.</param>
/// <param name="Links">What the subscriber can do about it; a link opens a page, and only its button acts.</param>
public sealed record AlertMail(
    ChannelAddress To,
    string TimeZone,
    string Subject,
    MailContent Content,
    MailThread Thread,
    IReadOnlyList<Rule> Rules,
    string Reason,
    MailClock Clock,
    int Folded,
    MailLinks Links
)
{
    /// <summary>What it is.</summary>
    public MailKind Kind => Content.Kind;

    /// <summary>
    /// What is told besides the incident: what became of the subscriber's rules, or all that a notice says; null or empty for nothing.
    /// </summary>
    public IReadOnlyList<string>? Notices { get; init; }

    /// <summary>
    /// The other incidents told in the same message, and all of those in a digest, the severest first; null or empty for none.
    /// </summary>
    public IReadOnlyList<MailLine>? Others { get; init; }

    /// <summary>How many others there are that have no line.</summary>
    public int OthersBeyond { get; init; }

    /// <summary>
    /// How many alerts of this incident were held back from this subscriber so far, by quiet hours, digest, snooze, cap and the like.
    /// </summary>
    public int Held { get; init; }

    /// <summary>What happens next, in a few sentences; null where nothing does.</summary>
    public string? Next { get; init; }
}

/// <summary>Where a mail stands in its incident's thread.</summary>
/// <param name="MessageId">Its own id, with angle brackets, always the same for the same mail.</param>
/// <param name="References">The ids it follows, root first; empty for the first.</param>
public sealed record MailThread(string MessageId, IReadOnlyList<string> References);

/// <summary>One incident in one line of a message that belongs to another, or of a digest.</summary>
/// <param name="At">Market time of its newest evidence.</param>
/// <param name="Title">What it is about, which way, such as <c>NVDA down</c>.</param>
/// <param name="Text">What happened, in a sentence.</param>
/// <param name="Severity">How bad.</param>
public sealed record MailLine(DateTimeOffset At, string Title, string Text, Severity Severity);

/// <summary>The latency receipt of a mail.</summary>
/// <param name="Quote">Market time of the newest quote in it.</param>
/// <param name="Seen">When we saw that quote.</param>
/// <param name="Sent">When the mail was written and given to the mail server.</param>
/// <param name="IsLate">Whether the news is older than the limit and told as late.</param>
public sealed record MailClock(DateTimeOffset Quote, DateTimeOffset Seen, DateTimeOffset Sent, bool IsLate)
{
    /// <summary>Whether <see cref="Quote"/> is when a story came out: the mail is news, and no quote made it.</summary>
    public bool IsPublication { get; init; }

    /// <summary>How late the source of the quotes says that they are; null where the checks tell it.</summary>
    public TimeSpan? DataDelay { get; init; }
}

/// <summary>The links of one message. Each opens a page; only a button there acts.</summary>
/// <param name="Unsubscribe">Stops messages to this address; also the one-click link of RFC 8058.</param>
public sealed record MailLinks(string Unsubscribe)
{
    /// <summary>Pauses the incident, or null where there is none.</summary>
    public string? Pause { get; init; }

    /// <summary>Only severe alerts for the rest of the day.</summary>
    public string? OnlySevere { get; init; }

    /// <summary>Changes the level of the rule that fired, or null where none did.</summary>
    public string? ChangeThreshold { get; init; }

    /// <summary>Says that the alert was useful.</summary>
    public string? Useful { get; init; }

    /// <summary>Says that it was noise.</summary>
    public string? Noise { get; init; }

    /// <summary>Why this was or was not told.</summary>
    public string? Why { get; init; }
}

/// <summary>Where a mail is on its way.</summary>
public enum MailState
{
    /// <summary>Written down and to be sent; perhaps already sent and not recorded.</summary>
    Claimed,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The mail server refuses it for good.</summary>
    Rejected,
}

/// <summary>Something a subscriber is told that is no alert.</summary>
/// <param name="Title">In a few words: the subject of a mail that holds nothing else.</param>
/// <param name="Text">In whole sentences.</param>
public sealed record Notice(string Title, string Text)
{
    /// <summary>What a mail that holds nothing else is; null for what became of the subscriber's rules.</summary>
    public MailKind? Kind { get; init; }

    /// <summary>
    /// What a mail that holds nothing else says that it is about, such as <c>since 09:30 ET</c>; null where its symbols say so.
    /// </summary>
    public string? About { get; init; }

    /// <summary>Why it is told, in a sentence; null where the rules it is about say so.</summary>
    public string? Reason { get; init; }
}
