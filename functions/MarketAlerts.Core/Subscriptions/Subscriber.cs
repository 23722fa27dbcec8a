using Newtonsoft.Json;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>A person who is told: the truth from which the watchers are derived.</summary>
/// <param name="Email">Where mail goes.</param>
/// <param name="TimeZone">Their IANA zone, in which times are shown and quiet hours count.</param>
/// <param name="Rules">Their rules, canonical text.</param>
/// <param name="QuietHours">Their quiet hours, or null.</param>
/// <param name="Unsubscribed">Whether they said stop.</param>
public sealed record Subscriber(string Email, string TimeZone, IReadOnlyList<string> Rules, QuietHours? QuietHours, bool Unsubscribed)
{
    /// <summary>What is known of their price rules; null in profiles of before that was kept.</summary>
    public IReadOnlyList<KnownPriceRule>? PriceRules { get; init; }

    /// <summary>The stored version this was read at, opaque; null when it is new.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Their key.</summary>
    [JsonIgnore]
    public SubscriberId Id => SubscriberId.Of(Email);

    /// <summary>Their zone.</summary>
    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
