namespace MarketAlerts.Adapters.Tests.Quotes.History;

/// <summary>One day of one symbol, its figures as they are written.</summary>
internal sealed record DayRow(string Ticker, DateOnly Date, string Close, string Volume);
