using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>
/// Stops messages by a signed link (RFC 8058); doing it twice is doing it once. What waits is dropped at the next flush, which looks at the
/// profile first.
/// </summary>
public sealed class Unsubscriber(ProfileEditor profiles)
{
    /// <summary>
    /// Stops the address that the link came to, and the whole subscription when no other one is open and the link speaks for its
    /// subscriber.
    /// </summary>
    public Task StopAddressAsync(LinkClaim claim, CancellationToken cancellationToken) =>
        profiles.EditAsync(
            claim.Subscriber,
            profile =>
                new LinkVisit(claim, profile).SpeaksForTheSubscriber
                    ? OptOuts.Stop(profile, claim.Address)
                    : OptOuts.StopHere(profile, claim.Address),
            cancellationToken
        );

    /// <summary>Stops everything; false when the link does not speak for its subscriber, and nothing was done.</summary>
    public async Task<bool> StopAllAsync(LinkVisit visit, CancellationToken cancellationToken)
    {
        if (visit.SpeaksForTheSubscriber)
        {
            await profiles.EditAsync(visit.Claim.Subscriber, OptOuts.StopAll, cancellationToken);
        }

        return visit.SpeaksForTheSubscriber;
    }
}
