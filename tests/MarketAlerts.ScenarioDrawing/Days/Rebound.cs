namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>A quiet morning and a rise of nine percent.</summary>
internal static class Rebound
{
    private const string Date = "2025-06-12";

    public static void Draw(Folder folder) => new PlannedDay(folder, Date, 20250612).Write(Session.Summer(Date));
}
