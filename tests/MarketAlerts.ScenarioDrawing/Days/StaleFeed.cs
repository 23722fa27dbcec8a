namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>From 10:05 on a source repeats half of its quotes for ever and sends the other half twenty minutes late.</summary>
internal static class StaleFeed
{
    private const string Date = "2025-05-28";
    private const int LastFresh = 35,
        Late = 20;

    private static readonly string[] Frozen = ["ALFA", "BRVO", "CHRL", "DLTA"];

    public static void Draw(Folder folder)
    {
        Session session = Session.Summer(Date);
        var day = new PlannedDay(folder, Date, 20250528);
        IEnumerable<QuoteRow> rows = Tape.Rows(day.Tapes(session), session, 0, session.Length)
            .Where(row => row.Minute <= LastFresh || !Frozen.Contains(row.Symbol));
        folder.WriteQuotesWithArrival(rows, row => row.Minute <= LastFresh ? null : row.Time.AddMinutes(Late));
        day.WriteHistory();
    }
}
