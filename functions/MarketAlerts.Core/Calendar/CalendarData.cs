namespace MarketAlerts.Core.Calendar;

/// <summary>What the exchange announced beyond its rules: data that can be replaced without a build.</summary>
/// <param name="Closed">Extra closed days with their reason, such as a day of mourning.</param>
/// <param name="OpenDespiteRule">Days the rules would close but the exchange kept open.</param>
/// <param name="EarlyCloses">Early closes by date (New York time); 16:00 cancels an early close of the rules.</param>
public sealed record CalendarData(
    IReadOnlyDictionary<DateOnly, string> Closed,
    IReadOnlySet<DateOnly> OpenDespiteRule,
    IReadOnlyDictionary<DateOnly, TimeOnly> EarlyCloses)
{
    /// <summary>Nothing announced: the rules alone.</summary>
    public static CalendarData None { get; } =
        new(new Dictionary<DateOnly, string>(), new HashSet<DateOnly>(), new Dictionary<DateOnly, TimeOnly>());
}
