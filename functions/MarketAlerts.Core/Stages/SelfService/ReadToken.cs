namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>What a token turned out to be.</summary>
/// <param name="State">Whether it works, as far as the token alone tells.</param>
/// <param name="Claim">What it says; null unless it works.</param>
public sealed record ReadToken(LinkState State, LinkClaim? Claim);
