namespace MarketAlerts.Core.Deliveries;

/// <summary>Whose fault a failed send is.</summary>
public enum SendFault
{
    /// <summary>Nobody's: it was sent, or the other side is busy, down or out of reach.</summary>
    None,

    /// <summary>This message's; the next one may pass.</summary>
    Message,

    /// <summary>The address's, for good: nobody is there. It is not written to again.</summary>
    Address,

    /// <summary>The address's, perhaps for now: its mailbox is full. Several of these within days count as one for good.</summary>
    AddressForNow,

    /// <summary>Ours: credentials, sender, quota or settings. Ops have to look.</summary>
    Configuration,
}
