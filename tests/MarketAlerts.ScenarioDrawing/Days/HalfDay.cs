namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>The exchange closes at 13:00; quotes go on for an hour.</summary>
internal static class HalfDay
{
    private const string Date = "2024-11-29";
    private const int Close = 210,
        LastQuote = 270;

    public static void Draw(Folder folder)
    {
        Session session = Session.Winter(Date, Close);
        var day = new PlannedDay(folder, Date, 20241129);
        folder.WriteQuotes(Tape.Rows(day.Tapes(session), session, 0, LastQuote));
        day.WriteHistory();
    }
}
