namespace MarketAlerts.Core.Market.Calendar;

/// <summary>
/// How far the calendar reaches and what the exchange announced beyond its rules: data that can be replaced without a build.
/// </summary>
/// <param name="From">The first date it covers.</param>
/// <param name="To">The last date it covers, not before the first: up to it the exchange has published its holidays.</param>
/// <param name="Closed">Extra closed days with their reason, such as a day of mourning.</param>
/// <param name="OpenDespiteRule">Days the rules would close but the exchange kept open.</param>
/// <param name="EarlyCloses">Early closes by date (New York time); 16:00 cancels an early close of the rules.</param>
public sealed record CalendarData(
    DateOnly From,
    DateOnly To,
    IReadOnlyDictionary<DateOnly, string> Closed,
    IReadOnlySet<DateOnly> OpenDespiteRule,
    IReadOnlyDictionary<DateOnly, TimeOnly> EarlyCloses
)
{
    /// <summary>Nothing announced: the rules alone.</summary>
    public static CalendarData RulesAlone(DateOnly from, DateOnly to) =>
        new(from, to, new Dictionary<DateOnly, string>(), new HashSet<DateOnly>(), new Dictionary<DateOnly, TimeOnly>());
}
