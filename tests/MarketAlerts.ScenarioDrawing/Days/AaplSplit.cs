namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>Four new shares for one, announced before the open.</summary>
internal static class AaplSplit
{
    private const string Date = "2020-08-31";

    public static void Draw(Folder folder)
    {
        new PlannedDay(folder, Date, 20200831).Write(Session.Summer(Date));
        folder.WriteEvents([new("2020-08-31T13:26:00Z", "AAPL", "split", "4")]);
    }
}
