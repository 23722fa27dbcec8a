namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>A fall, a false headline, and hours around the thresholds.</summary>
internal static class FalseHeadline
{
    private const string Date = "2025-06-10";

    public static void Draw(Folder folder) => new PlannedDay(folder, Date, 20250610).Write(Session.Summer(Date));
}
