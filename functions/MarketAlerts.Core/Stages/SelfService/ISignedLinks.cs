namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>Signs links and reads them back.</summary>
public interface ISignedLinks
{
    /// <summary>The address that carries a claim; the same on every call.</summary>
    string UrlFor(LinkClaim claim);

    /// <summary>
    /// What a token says, if it was signed by us for this purpose and has not expired. Whether its subscriber turned it off is for the
    /// caller to look up.
    /// </summary>
    ReadToken Read(string? token, LinkPurpose purpose, DateTimeOffset now);
}

/// <summary>What a token turned out to be.</summary>
/// <param name="State">Whether it works, as far as the token alone tells.</param>
/// <param name="Claim">What it says; null unless it works.</param>
public sealed record ReadToken(LinkState State, LinkClaim? Claim);
