namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>A fall in steps, half of each given back.</summary>
internal static class GrindingFall
{
    private const string Date = "2025-06-11";

    public static void Draw(Folder folder) => new PlannedDay(folder, Date, 20250611).Write(Session.Summer(Date));
}
