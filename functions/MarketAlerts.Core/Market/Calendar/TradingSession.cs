namespace MarketAlerts.Core.Market.Calendar;

/// <summary>One trading day of the US exchanges, as instants.</summary>
/// <param name="Date">The date in New York.</param>
/// <param name="PreMarketOpen">Start of the pre-market.</param>
/// <param name="Open">The opening, 09:30 New York.</param>
/// <param name="Close">The close, 16:00 New York or the early close.</param>
/// <param name="AfterHoursClose">End of after-hours trading.</param>
/// <param name="ClosesEarly">Whether the day closes early.</param>
public sealed record TradingSession(
    DateOnly Date,
    DateTimeOffset PreMarketOpen,
    DateTimeOffset Open,
    DateTimeOffset Close,
    DateTimeOffset AfterHoursClose,
    bool ClosesEarly
)
{
    /// <summary>The part of this session an instant falls into.</summary>
    public SessionPart PartAt(DateTimeOffset instant) =>
        instant switch
        {
            _ when instant < PreMarketOpen || instant >= AfterHoursClose => SessionPart.Closed,
            _ when instant < Open => SessionPart.PreMarket,
            _ when instant <= Close => SessionPart.Regular,
            _ => SessionPart.AfterHours,
        };
}

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
