using MarketAlerts.Core.Notifications.Links;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Lets people in by signed links: those that are ours, for this purpose, not too old and not turned off by their reader. It changes nothing.</summary>
public sealed class LinkGate(ISignedLinks links, IRecipientStore recipients, TimeProvider time)
{
    /// <summary>Opens a link.</summary>
    public async Task<GateAnswer> OpenAsync(string? token, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var reading = links.Read(token, purpose, time.GetUtcNow());
        if (reading.Claim is not { } claim)
        {
            return new GateAnswer(reading.State, null);
        }

        var profile = await recipients.LoadProfileAsync(claim.Subscriber, cancellationToken);
        return claim.WrittenAt < profile?.LinksSince ? new GateAnswer(LinkState.Ended, null) : new GateAnswer(LinkState.Open, new LinkVisit(claim, profile));
    }
}
