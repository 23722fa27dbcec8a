namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>A basket falls and is back within a quarter of an hour; another stock wobbles about a level.</summary>
internal static class Whipsaw
{
    private const string Date = "2025-05-20";

    public static void Draw(Folder folder) => new PlannedDay(folder, Date, 20250520).Write(Session.Summer(Date));
}
