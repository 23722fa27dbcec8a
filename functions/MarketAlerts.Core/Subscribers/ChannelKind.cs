namespace MarketAlerts.Core.Subscribers;

/// <summary>By what a message reaches a subscriber.</summary>
public enum ChannelKind
{
    /// <summary>A mail.</summary>
    Email,

    /// <summary>A signed JSON document, posted to the subscriber's own server.</summary>
    Webhook,

    /// <summary>A message in a Slack channel, by its incoming webhook.</summary>
    Slack,

    /// <summary>A card in a Teams channel, by its workflow's webhook.</summary>
    Teams,

    /// <summary>A message in a Discord channel, by its webhook.</summary>
    Discord,
}
