namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>Ten new shares for one; the source's previous close stays the old one, and nobody announces it.</summary>
internal static class NvdaSplit
{
    private const string Date = "2024-06-10";

    public static void Draw(Folder folder) => new PlannedDay(folder, Date, 20240610).Write(Session.Summer(Date));
}
