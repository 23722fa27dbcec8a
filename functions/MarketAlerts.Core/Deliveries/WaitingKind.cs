namespace MarketAlerts.Core.Deliveries;

/// <summary>What a waiting row stands for.</summary>
public enum WaitingKind
{
    /// <summary>An item filed and not yet told.</summary>
    Item,

    /// <summary>A mail claimed and not yet recorded as sent: to be sent, or sent again.</summary>
    Mail,
}
