using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Subscribers;

/// <summary>A person who is told: the truth from which the subscriptions are derived.</summary>
/// <param name="Email">Where mail goes.</param>
/// <param name="TimeZone">Their IANA zone, in which times are shown and quiet hours count.</param>
/// <param name="Rules">Their rules.</param>
/// <param name="QuietHours">Their quiet hours, or null.</param>
/// <param name="Unsubscribed">Whether they said stop.</param>
public sealed record Subscriber(string Email, string TimeZone, IReadOnlyList<Rule> Rules, QuietHours? QuietHours, bool Unsubscribed)
{
    /// <summary>What is known of their price rules; null in profiles of before that was kept.</summary>
    public IReadOnlyList<KnownPriceRule>? PriceRules { get; init; }

    /// <summary>Where messages go; null for a mail to <see cref="Email"/> alone.</summary>
    public IReadOnlyList<ChannelChoice>? Channels { get; init; }

    /// <summary>How often they want to be told, by severity; null for at once.</summary>
    public DigestChoice? Digest { get; init; }

    /// <summary>What they do not want to hear of for a while; null or empty for nothing.</summary>
    public IReadOnlyList<Snooze>? Snoozes { get; init; }

    /// <summary>Days without messages, or null.</summary>
    public Vacation? Vacation { get; init; }

    /// <summary>How many messages they take, or null for as many as there are.</summary>
    public MessageCaps? Caps { get; init; }

    /// <summary>Whether a line at each open tells that somebody is watching.</summary>
    public bool? ProofOfLife { get; init; }

    /// <summary>Whether a message tells at the close how the day ended for what they were told of; null for yes.</summary>
    public bool? TellsClose { get; init; }

    /// <summary>Whether a message of its own tells that something is over, once a session; null for no: a line of the next does.</summary>
    public bool? TellsOver { get; init; }

    /// <summary>
    /// Links in messages written before this are dead, but for those that unsubscribe (UTC): since the profile was entered, or its
    /// subscriber ended them; null for none.
    /// </summary>
    public DateTimeOffset? LinksSince { get; init; }

    /// <summary>The stored version this was read at, opaque; null when it is new.</summary>
    public string? ETag { get; init; }

    /// <summary>Where messages go, the mail to <see cref="Email"/> included unless the list leaves it out.</summary>
    public IReadOnlyList<ChannelChoice> OpenTo => Channels ?? [new ChannelChoice(ChannelAddress.Email(Email), Severity.Plain, false)];

    /// <summary>Their key.</summary>
    public SubscriberId Id => SubscriberId.FromAddress(Email);

    /// <summary>Their zone.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>
/// What a profile remembers of one of its price rules. It is in the same row as the rules, so that a split rescales them once.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Since">From when its level counts in the shares of that time: when it was entered, or the split that rescaled it
/// last.</param>
/// <param name="Entered">What its subscriber entered, if a split rescaled it since. A watch file that still says so means the rescaled
/// rule.</param>
public sealed record KnownPriceRule(Rule Rule, DateTimeOffset Since, Rule? Entered);

/// <summary>
/// How many messages of alerts a subscriber takes; what is over goes into one digest at the start of the next hour or day in their zone.
/// The last one of a cap above 1 is kept for something severe.
/// </summary>
/// <param name="PerHour">In any clock hour of their zone, or null for no cap.</param>
/// <param name="PerDay">In any day of their zone, or null for no cap.</param>
public sealed record MessageCaps(int? PerHour, int? PerDay);

/// <summary>Days on which a subscriber wants no messages; what came in the meantime is told in one when they are over.</summary>
/// <param name="First">The first day, in the subscriber's zone.</param>
/// <param name="Last">The last day, included.</param>
public sealed record Vacation(DateOnly First, DateOnly Last)
{
    /// <summary>When the vacation that holds at an instant ends: the midnight after its last day. Null when it does not hold.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        if (today < First || today > Last)
        {
            return null;
        }

        var end = Last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }
}

/// <summary>
/// Hours in which a subscriber wants no mail, in their own zone. They may pass midnight; the start belongs to them, the end does not.
/// </summary>
/// <param name="From">Start, local time.</param>
/// <param name="To">End, local time.</param>
/// <param name="SeverePasses">Whether severe alerts come through.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, bool SeverePasses)
{
    /// <summary>When the quiet hours that hold at an instant end, or null when it is not quiet.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        if (!TimeOnly.FromDateTime(local.DateTime).IsBetween(From, To))
        {
            return null;
        }

        var date = DateOnly.FromDateTime(local.DateTime);
        var end = (TimeOnly.FromDateTime(local.DateTime) < To ? date : date.AddDays(1)).ToDateTime(To);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
