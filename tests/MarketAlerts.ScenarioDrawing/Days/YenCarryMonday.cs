namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>A gap down at the open that most of the basket makes good.</summary>
internal static class YenCarryMonday
{
    private const string Date = "2024-08-05";

    public static void Draw(Folder folder) => new PlannedDay(folder, Date, 20240805).Write(Session.Summer(Date));
}
