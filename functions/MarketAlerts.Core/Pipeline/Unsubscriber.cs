using MarketAlerts.Core.Notifications.Links;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Stops messages by a signed link (RFC 8058); doing it twice is doing it once. What waits is dropped at the next flush, which looks at the profile first.</summary>
public sealed class Unsubscriber(ProfileEditor profiles)
{
    /// <summary>Stops the address that the link came to, and the whole subscription when no other one is open.</summary>
    public Task StopAddressAsync(LinkClaim claim, CancellationToken cancellationToken) =>
        profiles.EditAsync(claim.Subscriber, profile => OptOuts.Stop(profile, claim.Address), cancellationToken);

    /// <summary>Stops everything.</summary>
    public Task StopAllAsync(LinkClaim claim, CancellationToken cancellationToken) => profiles.EditAsync(claim.Subscriber, OptOuts.StopAll, cancellationToken);
}
