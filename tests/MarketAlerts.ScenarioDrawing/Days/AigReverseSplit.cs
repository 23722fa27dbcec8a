namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>One new share for twenty, announced before the open, and a real fall.</summary>
internal static class AigReverseSplit
{
    private const string Date = "2009-07-01";

    public static void Draw(Folder folder)
    {
        new PlannedDay(folder, Date, 20090701).Write(Session.Summer(Date));
        folder.WriteEvents([new("2009-07-01T13:26:00Z", "AIG", "split", "0.05")]);
    }
}
