using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>
/// Lets people in by signed links: those that are ours, for this purpose, not too old, not turned off, and not overheard in a chat. It
/// changes nothing.
/// </summary>
public sealed class LinkVerifier(ISignedLinks links, IProfileStore profiles, TimeProvider time)
{
    /// <summary>Opens a link.</summary>
    public async Task<VerifiedLink> OpenAsync(string? token, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var reading = links.Read(token, purpose, time.GetUtcNow());
        if (reading.Claim is not { } claim)
        {
            return new VerifiedLink(reading.State, null);
        }

        var visit = new LinkVisit(claim, await profiles.LoadProfileAsync(claim.Subscriber, cancellationToken));
        var state = StateOf(visit);
        return new VerifiedLink(state, state is LinkState.Open ? visit : null);
    }

    /// <summary>Saying stop works for as long as the link was written for, whatever else was turned off (CAN-SPAM, RFC 8058).</summary>
    private static LinkState StateOf(LinkVisit visit) =>
        visit switch
        {
            { Claim.Purpose: LinkPurpose.Unsubscribe } => LinkState.Open,
            { IsTurnedOff: true } => LinkState.Ended,
            { SpeaksForTheSubscriber: false } => LinkState.Overheard,
            _ => LinkState.Open,
        };
}

/// <summary>Whether somebody may come in by a link.</summary>
/// <param name="State">Whether the link works.</param>
/// <param name="Visit">Who comes for what; null unless it works.</param>
public sealed record VerifiedLink(LinkState State, LinkVisit? Visit);

/// <summary>Whether a link works.</summary>
public enum LinkState
{
    /// <summary>It was not signed by us, or for something else.</summary>
    Broken,

    /// <summary>It was ours, and is too old, was turned off by its subscriber or was written for one who was deleted.</summary>
    Ended,

    /// <summary>
    /// It changes what goes to all addresses of its subscriber, and came to a place that others see or that is not the subscriber's any
    /// more.
    /// </summary>
    Overheard,

    /// <summary>It works.</summary>
    Open,
}
