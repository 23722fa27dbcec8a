namespace MarketAlerts.Core.Market;

/// <summary>What happens to a listing.</summary>
public enum ListingEventKind
{
    /// <summary>Trading stops.</summary>
    Halt,

    /// <summary>Trading goes on.</summary>
    Resume,

    /// <summary>Each old share becomes so many new ones, before the open of its session.</summary>
    Split,
}
