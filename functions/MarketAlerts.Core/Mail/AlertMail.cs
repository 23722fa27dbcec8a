using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json;

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
    IReadOnlyList<string> Rules,
    string Reason,
    MailClock Clock,
    int Folded,
    MailLinks Links
)
{
    /// <summary>What it is.</summary>
    [JsonIgnore]
    public MailKind Kind => Content.Kind;

    /// <summary>What is told besides the incident: what became of the subscriber's rules, or all that a notice says; null or empty for nothing.</summary>
    public IReadOnlyList<string>? Notices { get; init; }

    /// <summary>The other incidents told in the same message, and all of those in a digest, the severest first; null or empty for none.</summary>
    public IReadOnlyList<MailLine>? Others { get; init; }

    /// <summary>How many others there are that have no line.</summary>
    public int OthersBeyond { get; init; }

    /// <summary>How many alerts of this incident were held back from this subscriber so far, by quiet hours, digest, snooze, cap and the like.</summary>
    public int Held { get; init; }

    /// <summary>Whether the subscriber is told how the day ends and how the next session begins for this incident; the mail says so.</summary>
    public bool FollowsUp { get; init; }
}
