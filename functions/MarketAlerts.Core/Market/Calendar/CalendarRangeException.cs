namespace MarketAlerts.Core.Market.Calendar;

/// <summary>The market calendar was asked about a date that it does not cover: an answer would be a guess. Says what it covers and what to do.</summary>
/// <param name="refusal">The sentence of <see cref="MarketCalendar.Refusal"/>.</param>
public sealed class CalendarRangeException(string refusal) : Exception(refusal);
