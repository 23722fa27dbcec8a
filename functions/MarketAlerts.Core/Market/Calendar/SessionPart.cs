namespace MarketAlerts.Core.Market.Calendar;

/// <summary>What the exchange is doing at an instant.</summary>
public enum SessionPart
{
    /// <summary>No trading.</summary>
    Closed,

    /// <summary>Pre-market, 04:00 to the open, New York.</summary>
    PreMarket,

    /// <summary>The regular session, open and close included: the closing print belongs to it.</summary>
    Regular,

    /// <summary>After hours, from the close to 20:00 (17:00 on an early close).</summary>
    AfterHours,
}
