using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Ports;

/// <summary>Makes and reads the signed links that end a subscription.</summary>
public interface IUnsubscribeLinks
{
    /// <summary>The link of a subscriber; the same on every call.</summary>
    string UrlFor(SubscriberId subscriber);

    /// <summary>Whose link a token is; null for anything forged or broken.</summary>
    SubscriberId? Read(string? token);
}
