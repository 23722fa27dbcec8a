using MarketAlerts.Core.Incidents;
using Newtonsoft.Json;

namespace MarketAlerts.Core.Subscribers;

/// <summary>A person who is told: the truth from which the subscriptions are derived.</summary>
/// <param name="Email">Where mail goes.</param>
/// <param name="TimeZone">Their IANA zone, in which times are shown and quiet hours count.</param>
/// <param name="Rules">Their rules, canonical text.</param>
/// <param name="QuietHours">Their quiet hours, or null.</param>
/// <param name="Unsubscribed">Whether they said stop.</param>
public sealed record Subscriber(string Email, string TimeZone, IReadOnlyList<string> Rules, QuietHours? QuietHours, bool Unsubscribed)
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

    /// <summary>
    /// Links in messages written before this are dead, but for those that unsubscribe (UTC): since the profile was entered, or its subscriber
    /// ended them; null for none.
    /// </summary>
    public DateTimeOffset? LinksSince { get; init; }

    /// <summary>The stored version this was read at, opaque; null when it is new.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Where messages go, the mail to <see cref="Email"/> included unless the list leaves it out.</summary>
    [JsonIgnore]
    public IReadOnlyList<ChannelChoice> OpenTo => Channels ?? [new ChannelChoice(ChannelAddress.Email(Email), Severity.Plain, false)];

    /// <summary>Their key.</summary>
    [JsonIgnore]
    public SubscriberId Id => SubscriberId.FromAddress(Email);

    /// <summary>Their zone.</summary>
    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
