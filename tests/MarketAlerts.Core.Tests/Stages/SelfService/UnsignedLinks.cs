using MarketAlerts.Core.Stages.SelfService;

namespace MarketAlerts.Core.Tests.Stages.SelfService;

/// <summary>Links of which each token is in a list, with what it says.</summary>
internal sealed class UnsignedLinks : ISignedLinks
{
    public Dictionary<string, LinkClaim> Tokens { get; } = [];

    public string UrlFor(LinkClaim claim) => throw new NotSupportedException();

    public ReadToken Read(string? token, LinkPurpose purpose, DateTimeOffset now) =>
        !Tokens.TryGetValue(token ?? "", out var claim) || claim.Purpose != purpose ? new ReadToken(LinkState.Broken, null)
        : claim.ExpiresAt <= now ? new ReadToken(LinkState.Ended, null)
        : new ReadToken(LinkState.Open, claim);
}
