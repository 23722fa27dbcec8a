namespace MarketAlerts.Adapters.Calendar;

/// <summary>The file of the dates that the calendar covers and what the exchange announced beyond its rules; dates as <c>2025-01-09</c>, times of New York as <c>13:00</c>.</summary>
internal sealed record CalendarDocument(
    string From,
    string To,
    IReadOnlyDictionary<string, string> Closed,
    IReadOnlyList<string> OpenDespiteRule,
    IReadOnlyDictionary<string, string> EarlyCloses
);
