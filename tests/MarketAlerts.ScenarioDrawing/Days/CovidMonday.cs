namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>The whole market is halted a second after the open, for a quarter of an hour.</summary>
internal static class CovidMonday
{
    private const string Date = "2020-03-16";
    private const int Resumed = 16;

    public static void Draw(Folder folder)
    {
        Session session = Session.Summer(Date);
        var day = new PlannedDay(folder, Date, 20200316);
        List<Tape> tapes = [.. day.Tapes(session).Select(tape => tape.Frozen(0, Resumed))];
        folder.WriteQuotes(Tape.Rows(tapes, session, 0, session.Length).Where(row => row.Minute is 0 or >= Resumed));
        day.WriteHistory();
        folder.WriteEvents([
            .. tapes.Select(tape => new EventRow("2020-03-16T13:30:01Z", tape.Symbol, "halt", "MWC1")),
            .. tapes.Select(tape => new EventRow("2020-03-16T13:45:01Z", tape.Symbol, "resume", "")),
        ]);
    }
}
