namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>A basket rises in minutes and stays up.</summary>
internal static class UpwardCrash
{
    private const string Date = "2025-05-15";

    public static void Draw(Folder folder) => new PlannedDay(folder, Date, 20250515).Write(Session.Summer(Date));
}
