// Draws the minute quotes, the daily history and the events of every scenario, from the root of the repository:
// `dotnet run --project tests/MarketAlerts.ScenarioDrawing`.
// Same files on every machine: fixed seeds, and only arithmetic that IEEE 754 rounds exactly (no Log, no Cos).
// Prices are whole cents inside; minutes count from the open at 09:30 New York.
using MarketAlerts.ScenarioDrawing;

Drawings.DrawAll("scenarios", "scenarios");
