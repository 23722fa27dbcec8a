namespace MarketAlerts.ScenarioDrawing;

/// <summary>A price that a path meets at a minute.</summary>
internal sealed record Anchor(int Minute, int Cents);
