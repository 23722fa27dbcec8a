namespace MarketAlerts.ScenarioDrawing;

/// <summary>A day's prices, in cents, and its volume.</summary>
internal sealed record Figure(int Open, int High, int Low, int Close, long Volume);
