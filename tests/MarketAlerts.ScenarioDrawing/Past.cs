namespace MarketAlerts.ScenarioDrawing;

/// <summary>The sessions before a day, oldest first.</summary>
internal sealed record Past(string Symbol, int[] Closes, long[] Volumes);
