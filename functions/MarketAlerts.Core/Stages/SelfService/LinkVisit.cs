using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>A link that somebody opened.</summary>
/// <param name="Claim">What the link says.</param>
/// <param name="Profile">Its subscriber; null when there is none any more, which no answer may show.</param>
public sealed record LinkVisit(LinkClaim Claim, Subscriber? Profile)
{
    /// <summary>Whether its subscriber turned it off, or it is older than they are: it was written for somebody who was deleted.</summary>
    public bool IsTurnedOff => Claim.WrittenAt < Profile?.LinksSince;

    /// <summary>
    /// Whether it may change what goes to all addresses: it came to a mail address that is still the subscriber's. What comes to a chat or
    /// webhook others see as well, so that may stop itself and nothing else.
    /// </summary>
    public bool SpeaksForTheSubscriber =>
        !IsTurnedOff && AddressHash.IsMail(Claim.Address) && (Profile is null || Profile.OpenTo.Any(IsWhereItCame));

    private bool IsWhereItCame(ChannelChoice choice) => choice.To.Kind is ChannelKind.Email && AddressHash.Hash(choice.To) == Claim.Address;
}

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
