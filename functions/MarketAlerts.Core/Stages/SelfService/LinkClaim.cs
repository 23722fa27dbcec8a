using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>What a signed link says.</summary>
/// <param name="Subscriber">Whose it is.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="WrittenAt">When it was written (UTC); links count in milliseconds.</param>
/// <param name="ExpiresAt">From when on it does not work any more (UTC).</param>
public sealed record LinkClaim(SubscriberId Subscriber, LinkPurpose Purpose, DateTimeOffset WrittenAt, DateTimeOffset ExpiresAt)
{
    /// <summary>The address it came to, by <see cref="AddressHash"/>; 0 for none.</summary>
    public long Address { get; init; }

    /// <summary>The incident of its message; empty for none.</summary>
    public string Incident { get; init; } = "";

    /// <summary>The rule that fired, by <see cref="SubscriptionHash"/>; 0 for none.</summary>
    public long Rule { get; init; }
}
