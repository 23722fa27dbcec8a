using Azure.Core;

namespace MarketAlerts.Adapters.Tests.Channels.Acs;

/// <summary>An identity with one token.</summary>
internal sealed class GivenToken(string token) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(token, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
