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
