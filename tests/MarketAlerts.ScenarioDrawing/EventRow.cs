namespace MarketAlerts.ScenarioDrawing;

/// <summary>One row of events.csv: a halt with its code, a resume, or a split with the new shares per old share.</summary>
internal sealed record EventRow(string Time, string Symbol, string Kind, string Value);
